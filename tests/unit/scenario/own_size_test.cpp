// Scenarios made from the counts of one's own area: sound without a warning, short, and with the board asked
// for.
#include "engine/scenario/make/own_size.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

const OwnSize kSizes[] = {
    {},
    {.practices = 1, .networks = 1, .federations = 0, .lmcs = 0, .acute = 0, .councils = 0, .seats = 2},
    {.networks = 0},
    {.federations = 0, .lmcs = 0},
    {.lmcs = 3},
    {.acute = 0},
    {.councils = 0},
    {.acute = 0, .councils = 0, .seats = 4},
    {.seats = 5},
    {.practices = 300, .networks = 60, .federations = 4, .lmcs = 2, .acute = 5, .seats = 40},
};

class OwnArea : public testing::TestWithParam<OwnSize> {};

TEST_P(OwnArea, IsSoundWithoutAWarningAndShort) {
    ASSERT_EQ(why_no_area(GetParam()), "");
    const std::string text = own_scenario(GetParam());
    const auto read = read_text(text);
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_EQ(told(read.problems()), "") << text;
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 100);
    EXPECT_EQ(text.find('<'), std::string::npos);
    EXPECT_EQ(text.find('>', text.find("summary: >") + 10), std::string::npos);
}

TEST_P(OwnArea, HasTheSeatsThatWereAskedFor) {
    const Scenario scenario = read_text(own_scenario(GetParam())).value().arms[0].scenario;
    const OwnSize& size = GetParam();
    EXPECT_EQ(scenario.organisations[0].siting.count, size.practices);
    double votes = 0;
    for (const Member& member : scenario.bodies.back().members) votes += member.votes.median();
    EXPECT_EQ(votes, static_cast<double>(size.seats));
    EXPECT_EQ(scenario.bodies.back().name, "board");
    EXPECT_EQ(scenario.bodies.front().siting.count,
              size.networks ? size.networks : scenario.bodies.front().siting.count);
}

INSTANTIATE_TEST_SUITE_P(Sizes, OwnArea, testing::ValuesIn(kSizes));

TEST(OwnAreas, ThatCannotBeAreRefusedWithTheSum) {
    EXPECT_EQ(why_no_area({.acute = 8, .councils = 4, .seats = 12}),
              "the GP seat, trusts and councils take 13 seats and the board has 12: give it at least 13");
    EXPECT_NE(why_no_area({.practices = 0}), "");
    EXPECT_NE(why_no_area({.practices = 3, .networks = 4}), "");
    EXPECT_NE(why_no_area({.acute = 0, .councils = 0, .seats = 1}), "");
}

}  // namespace
}  // namespace clout
