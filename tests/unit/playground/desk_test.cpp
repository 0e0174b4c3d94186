// The playground's side of the engine: what is patched is what is read again, futures do not depend on how
// they are sliced, and every request has an answer.
#include "tools/playground/engine/desk.hpp"
#include "engine/report/json/json_parts.hpp"
#include "engine/study/playing.hpp"
#include "tests/scenes.hpp"

#include <sstream>

namespace clout::playground {
namespace {

std::shared_ptr<const Library> shared(const std::vector<Override>& overrides = {}) {
    return std::make_shared<const Library>(scenes::library(scenes::scenario_file("one-area"), overrides));
}

std::size_t row_of(const Library& library, const std::string& name) {
    return find_arm(library, name).value();
}

Pair pair_of(const std::shared_ptr<const Library>& library) {
    return {library, {row_of(*library, "fragmented"), row_of(*library, "united")}};
}

const Knob& knob_at(const Pair& pair, const std::string& path) {
    for (const Knob& knob : pair.knobs())
        if (knob.path == path) return knob;
    ADD_FAILURE() << "there is no knob " << path;
    return pair.knobs().front();
}

// One that the file says, one that a lever says of the same number, one that a lever brings.
class Knobs : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Paths, Knobs,
                         testing::Values("dynamics.tolerance", "bodies.pcn.mandate",
                                         "levers.mandate.patch.bodies.pcn.mandate",
                                         "levers.one_voice.patch.bodies.gp_board.fidelity",
                                         "sectors.general_practice.commitment"));

TEST_P(Knobs, SetByPatchGivesTheBitsOfReadingAgain) {
    Pair patched = pair_of(shared());
    const Travel travel = travel_of(knob_at(patched, GetParam()).number);
    const double value = travel.low + 0.25 * (travel.high - travel.low);
    ASSERT_TRUE(patched.set(std::vector<std::pair<std::string, double>>{{GetParam(), value}}));
    std::ostringstream text;
    text.precision(17);
    text << value;
    const Pair again = pair_of(shared({{GetParam(), text.str()}}));
    const auto free = pair_of(shared()).play(0, 16), held = patched.play(0, 16);
    EXPECT_EQ(held, again.play(0, 16));
    EXPECT_NE(held, free) << "the knob moves nothing";
}

TEST(Knobs, SayWhoSaysThemAndHowFarTheyGo) {
    const Pair pair = pair_of(shared());
    const Knob& file = knob_at(pair, "bodies.pcn.mandate");
    EXPECT_EQ(file.moves, (std::array<bool, 2>{true, false}));
    EXPECT_EQ(file.group, "PCN");
    EXPECT_EQ(file.label, "Mandate");
    EXPECT_FALSE(file.help.empty());
    const Knob& lever = knob_at(pair, "levers.mandate.patch.bodies.pcn.mandate");
    EXPECT_EQ(lever.moves, (std::array<bool, 2>{false, true}));
    EXPECT_EQ(lever.lever, "An explicit mandate from practices");
    EXPECT_EQ(travel_of(lever.number).low, 0.75);
    EXPECT_EQ(travel_of(lever.number).high, 0.95);
}

TEST(Knobs, RefuseWhatIsNotTheirs) {
    Pair pair = pair_of(shared());
    using Fixed = std::vector<std::pair<std::string, double>>;
    EXPECT_FALSE(pair.set(Fixed{{"bodies.nobody.mandate", 0.5}}));
    EXPECT_FALSE(pair.set(Fixed{{"bodies.pcn.mandate", 0.9}}));  // it goes from .2 to .8
    EXPECT_FALSE(pair.set(Fixed{{"bodies.pcn.mandate", std::numeric_limits<double>::quiet_NaN()}}));
}

TEST(Futures, DoNotDependOnHowTheyAreSliced) {
    Pair whole = pair_of(shared()), sliced = pair_of(shared());
    ASSERT_TRUE(whole.take(0, 40, whole.play(0, 40)));
    ASSERT_TRUE(sliced.take(16, 24, sliced.play(16, 24)));
    EXPECT_EQ(sliced.known(), 0u);  // there is a gap
    ASSERT_TRUE(sliced.take(0, 16, sliced.play(0, 16)));
    ASSERT_EQ(sliced.known(), 40u);
    const ComparisonStudy one = whole.study(), other = sliced.study();
    for (std::size_t arm = 0; arm < 2; ++arm)
        EXPECT_EQ(one.played->outcomes[arm].values, other.played->outcomes[arm].values);
    EXPECT_FALSE(sliced.take(40, 8, std::vector<double>(17)));
}

TEST(Futures, AreThoseOfTheProgram) {
    const auto library = shared({{"replicates", "24"}});
    Pair pair = pair_of(library);
    ASSERT_TRUE(pair.take(0, 24, pair.play(0, 24)));
    const ArmChoice choice{{row_of(*library, "fragmented"), row_of(*library, "united")}, 0};
    const auto program = study_comparison(*library, choice, {});
    ASSERT_TRUE(static_cast<bool>(program));
    const ComparisonStudy page = pair.study();
    for (std::size_t arm = 0; arm < 2; ++arm)
        EXPECT_EQ(page.played->outcomes[arm].values, program.value().played->outcomes[arm].values);
    EXPECT_EQ(page.provenance.assumptions.total(), program.value().provenance.assumptions.total());
}

class Asked : public testing::Test {
protected:
    Json ask(const Json& request) { return Json::parse(desk_.answer(request.dump())); }
    void open(Json settings = Json::array()) {
        std::ifstream file(scenes::scenario_file("one-area"));
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        ask({{"ask", "files"}, {"files", {{"one-area.yaml", text}}}});
        const Json opened =
            ask({{"ask", "open"}, {"file", "one-area.yaml"}, {"settings", std::move(settings)}});
        ASSERT_FALSE(opened.contains("problems")) << opened.dump();
    }
    Desk desk_;
};

TEST_F(Asked, FromTheFileToTheFinding) {
    open();
    const Json pair = ask({{"ask", "pair"}, {"base", "fragmented"}, {"arm", "united"}});
    ASSERT_GT(pair["knobs"].size(), 40u) << pair.dump();
    EXPECT_EQ(ask({{"ask", "fix"}, {"knobs", {{"bodies.pcn.mandate", 0.4}}}})["fixed"], 1);
    ask({{"ask", "play"}, {"first", 0}, {"count", 24}});
    const std::vector<double> values = desk_.values();
    std::copy(values.begin(), values.end(), desk_.room(values.size()));
    EXPECT_EQ(ask({{"ask", "take"}, {"first", 0}, {"count", 24}})["known"], 24);
    const Json found = ask({{"ask", "show"}, {"influence", 16}});
    EXPECT_NE(found["headline"].get<std::string>().find("general practice gains"), std::string::npos);
    EXPECT_NE(found["html"].get<std::string>().find("id=\"chart-years\""), std::string::npos);
    EXPECT_NE(found["html"].get<std::string>().find("id=\"chart-voice\""), std::string::npos);
    EXPECT_EQ(found["figures"]["share.acute"]["base"].size(), 5u);
    EXPECT_GT(found["ladder_ends_at"][1], found["ladder_ends_at"][0]);
}

TEST_F(Asked, ForTheTextItGivesAScenarioThatReadsBackTheSame) {
    open();
    const Json list =
        Json::array({Json::array({"arms.yours", "{label: A mix, levers: [mandate, proactive]}"}),
                     Json::array({"levers.mandate.patch.bodies.pcn.mandate", "0.75"})});
    const Json made = ask({{"ask", "text"}, {"file", "one-area.yaml"}, {"settings", list}});
    ASSERT_TRUE(made.contains("text")) << made.dump();
    const Library again = scenes::library(scenes::written(made["text"].get<std::string>()));
    const Library direct = scenes::library(scenes::scenario_file("one-area"),
                                           {{"arms.yours", "{label: A mix, levers: [mandate, proactive]}"},
                                            {"levers.mandate.patch.bodies.pcn.mandate", "0.75"}});
    EXPECT_EQ(again.arms[row_of(again, "yours")].effect, direct.arms[row_of(direct, "yours")].effect);
}

TEST_F(Asked, ForADialItDrawsOneLineAPoint) {
    open();
    const Json points = Json::array(
        {{{"label", "weak"}, {"settings", Json::array({Json::array({"bodies.pcn.mandate", "0.3"})})}},
         {{"label", "strong"}, {"settings", Json::array({Json::array({"bodies.pcn.mandate", "0.6"})})}}});
    const Json drawn = ask({{"ask", "dial"},
                            {"file", "one-area.yaml"},
                            {"base", "fragmented"},
                            {"arm", "united"},
                            {"futures", 24},
                            {"points", points}});
    ASSERT_TRUE(drawn.contains("html")) << drawn.dump();
    EXPECT_NE(drawn["html"].get<std::string>().find("strong"), std::string::npos);
}

TEST_F(Asked, ForAnAreaOfOnesOwnItMakesASoundOneOrSaysWhyNot) {
    const Json made = ask({{"ask", "make"}, {"practices", 12}, {"networks", 3}});
    ask({{"ask", "files"}, {"files", {{"own.yaml", made["text"]}}}});
    const Json checked = ask({{"ask", "check"}, {"file", "own.yaml"}});
    for (const Json& problem : checked["found"]) EXPECT_NE(problem["severity"], "error") << problem.dump();
    EXPECT_TRUE(ask({{"ask", "make"}, {"seats", 1}}).contains("problems"));
}

TEST_F(Asked, WhatCannotBeDoneIsToldInWords) {
    ask({{"ask", "files"}, {"files", {{"bad.yaml", "clout: 1\nclock: {years: -1}\nfunds: 3\n"}}}});
    const Json opened = ask({{"ask", "open"}, {"file", "bad.yaml"}});
    ASSERT_GE(opened["problems"].size(), 2u);
    for (const Json& problem : opened["problems"]) EXPECT_GE(problem["line"], 1) << problem.dump();
    for (const Json& request : {Json{{"ask", "pair"}}, Json{{"ask", "fix"}, {"knobs", Json::object()}},
                                Json{{"ask", "show"}}, Json{{"ask", "sing"}}, Json{{"ask", 7}}, Json::array(),
                                Json{{"ask", "open"}, {"file", "nowhere.yaml"}}}) {
        const Json answer = ask(request);
        ASSERT_TRUE(answer.contains("problems")) << request.dump();
        EXPECT_FALSE(answer["problems"][0]["message"].get<std::string>().empty());
    }
    EXPECT_TRUE(Json::parse(desk_.answer("no JSON"))["problems"].is_array());
}

TEST_F(Asked, NamesAreShownAndNeverObeyed) {
    open(Json::array(
        {Json::array({"sectors.general_practice.label", "\"<img src=x onerror=alert(1)> & 'GP'\""})}));
    ask({{"ask", "pair"}, {"base", "fragmented"}, {"arm", "united"}});
    ask({{"ask", "play"}, {"first", 0}, {"count", 24}});
    const std::vector<double> values = desk_.values();
    std::copy(values.begin(), values.end(), desk_.room(values.size()));
    ask({{"ask", "take"}, {"first", 0}, {"count", 24}});
    const std::string html = ask({{"ask", "show"}, {"influence", 8}})["html"].get<std::string>();
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;img"), std::string::npos);
}

}  // namespace
}  // namespace clout::playground
