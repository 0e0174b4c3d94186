// The log of one future in sentences and in JSON lines: that it says what happened, and says it once.
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/json/chronicle_json.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "tests/scenes.hpp"
#include "tests/turbulent.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

namespace clout {
namespace {

using Json = nlohmann::json;

class LogTest : public testing::Test {
protected:
    void SetUp() override {
        scenario_ = scenes::library(scenes::written(scenes::kTurbulent)).arms.at(0).scenario;
        system_ = compile(scenario_);
    }
    [[nodiscard]] std::string text(std::uint64_t replicate) const {
        return chronicle_text(chronicle(system_, replicate), scenario_, Style{});
    }
    // All futures' words without line breaks.
    [[nodiscard]] std::string many() const {
        std::string all, word;
        for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
            std::istringstream words(text(replicate));
            while (words >> word) all += word + ' ';
        }
        return all;
    }
    void expect_said(const std::string& all, const char* what) const {
        EXPECT_NE(all.find(what), std::string::npos) << what;
    }

    Scenario scenario_;
    System system_;
};

TEST_F(LogTest, SaysWhatHappenedAndWhy) {
    const std::string all = many();
    for (const char* said : {"Round 1 of 12, year 1",
                             "Local schemes, £8.00m a year, before board: ",
                             "of the weight, asked for GP access",
                             "mandate 0.50",
                             "By the rule, compromise, what they asked for comes to",
                             "Papers",
                             "made agreement",
                             "for inertia:",
                             "Broken off They did not agree, and the split stays as it was",
                             "Goodwill goes from",
                             "Council wants at least 30.0 % for social care",
                             "so by who delivers: councils +£",
                             "is taken up: PCN says",
                             "each must say yes, so these multiply",
                             "was not taken up and went to acute trusts",
                             "was not taken up and went to general practice",
                             "Imposed That was below what the board bears",
                             "The champion of GP group left; its voice loses 3.0",
                             "its champion has left",
                             "Closed Practice",
                             "patients pass to Practice",
                             "Taken over Practice",
                             "runs it now, and adds its clout of",
                             "Who wrote the last decisions",
                             "Over the year, on average: "}) {
        expect_said(all, said);
    }
}

TEST_F(LogTest, PlacesAreNamedOnlyWhereTheyTellApart) {
    const std::string all = many();
    expect_said(all, "Council in North");
    EXPECT_EQ(all.find("Trust 1 in"), std::string::npos);
    EXPECT_EQ(all.find("in in"), std::string::npos);
}

TEST_F(LogTest, SeatsAreIntroducedOnce) {
    const std::string told = text(1);
    std::size_t count = 0;
    for (std::size_t at = told.find("    Seats "); at != std::string::npos;
         at = told.find("    Seats ", at + 1))
        ++count;
    EXPECT_EQ(count, 1u) << "two funds, one board";
}

TEST_F(LogTest, FitsThePage) {
    std::istringstream lines(text(2));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), Style{}.width) << line;
}

TEST_F(LogTest, JsonLinesAccountForTheRound) {
    std::istringstream lines(chronicle_json_lines(chronicle(system_, 4), scenario_, {"base", 4}));
    std::map<int, double> lapsed;
    std::map<std::string, int> events;
    std::uint64_t closed = 0, taken = 0;
    for (std::string line; std::getline(lines, line);) {
        const Json json = Json::parse(line);
        const std::string event = json.at("event");
        ++events[event];
        if (event == "future") {
            EXPECT_EQ(json.at("replicate"), 4);
            EXPECT_EQ(json.at("rounds"), 12);
        }
        if (event == "sitting") {
            EXPECT_EQ(json.at("seats").at(0).at("asks").size(), 3u);
        }
        if (event == "lapse") lapsed[json.at("round")] += json.at("lapsed").get<double>();
        if (event == "closed") ++closed;
        if (event == "taken_over") ++taken;
        if (event != "result") continue;
        EXPECT_NEAR(lapsed[json.at("round")], json.at("lapsed").get<double>(), 1e-12);
        EXPECT_EQ(closed, json.at("closed"));
        EXPECT_EQ(taken, json.at("taken_over"));
    }
    EXPECT_EQ(events["future"], 1);
    EXPECT_EQ(events["result"], 12);
    EXPECT_EQ(events["sitting"], 24);
    EXPECT_EQ(events["uptake"], 24);
    EXPECT_GT(events["mandate"], 0);
    EXPECT_GT(events["commitment"], 0);
}

TEST_F(LogTest, TheMedianPathHasNoReplicate) {
    const std::string lines =
        chronicle_json_lines(chronicle(system_, std::nullopt), scenario_, {"base", std::nullopt});
    EXPECT_TRUE(Json::parse(lines.substr(0, lines.find('\n'))).at("replicate").is_null());
}

TEST(Log, TellsWhatComesOffBeforeAnythingIsDivided) {
    const Scenario scenario =
        scenes::library(scenes::scenario_file("twenty-years"), {{"clock.years", "4"}}).arms.at(0).scenario;
    const std::string told = chronicle_text(chronicle(compile(scenario), std::nullopt), scenario, Style{});
    EXPECT_NE(told.find("by first call, whose needs outran their money by"), std::string::npos) << told;
}

}  // namespace
}  // namespace clout
