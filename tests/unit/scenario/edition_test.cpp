// What the second edition of the model added to the language: dates, luck that is shared, chosen members, and
// the terms that must hold together.
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

const Number& mandate_of(const Library& library) { return library.arms[0].scenario.bodies[0].mandate; }

TEST(Dates, AreReadWithTheirYears) {
    const Library library =
        sound({{"bodies.network.mandate",
                "{value: {steps: {0: 0.5, 1.25: {uniform: [0.6, 0.8]}}, luck: trust}, basis: calibrated}"}});
    const Number& mandate = mandate_of(library);
    ASSERT_EQ(mandate.steps.size(), 2u);
    EXPECT_EQ(mandate.path, "bodies.network.mandate");
    EXPECT_EQ(mandate.address(), "trust");
    EXPECT_EQ(mandate.basis, Basis::calibrated);
    EXPECT_EQ(mandate.parameters[0], 0.5);
    EXPECT_TRUE(mandate.uncertain());
    EXPECT_FALSE(mandate.always(0.5));
    EXPECT_EQ(mandate.at(0).parameters[0], 0.5);
    EXPECT_EQ(mandate.at(1.2).parameters[0], 0.5);
    EXPECT_EQ(mandate.at(1.25 - 1e-13).parameters[1], 0.8);
    EXPECT_EQ(mandate.at(9).parameters[1], 0.8);
    EXPECT_EQ(upper_end(mandate), 0.8);
    EXPECT_EQ(lower_end(mandate), 0.5);
}

struct Wrong {
    const char *path, *value, *part;
};
class Refused : public testing::TestWithParam<Wrong> {};
TEST_P(Refused, WithItsReason) {
    const auto [path, value, part] = GetParam();
    const auto read = read_small({{path, value}});
    EXPECT_FALSE(static_cast<bool>(read));
    EXPECT_TRUE(tells(read.problems(), path, part)) << value;
}
INSTANTIATE_TEST_SUITE_P(
    Numbers, Refused,
    testing::Values(
        Wrong{"bodies.network.mandate", "{steps: {1: 0.5}}", "go up from 0"},
        Wrong{"bodies.network.mandate", "{steps: {0: 0.5, 1: 0.6, 1.0: 0.7}}", "go up from 0"},
        Wrong{"bodies.network.mandate", "{steps: {0: 0.5, soon: 0.6}}", "go up from 0"},
        Wrong{"bodies.network.mandate", "{steps: {}}", "a map from year to number"},
        Wrong{"bodies.network.mandate", "{steps: {0: 0.5}, source: x}", "does not stand beside steps"},
        Wrong{"bodies.network.mandate", "{steps: {0: {value: {steps: {0: 1}}}}}", "steps inside steps"},
        Wrong{"bodies.network.mandate", "{value: {uniform: [0, 1], luck: a}, luck: b}", "two lucks"},
        Wrong{"bodies.network.mandate",
              "{steps: {0: {uniform: [0, 1], luck: a}, 1: {beta: [1, 1], luck: b}}}", "two lucks"},
        Wrong{"bodies.network.mandate", "{uniform: [0, 1], luck: 'No name'}", "cannot be a name"},
        Wrong{"organisations.practice.income", "{steps: {0: 2, 1: 3}}", "cannot have dates"},
        Wrong{"sectors.primary.commitment", "{value: {steps: {0: 1}}}", "cannot have dates"},
        Wrong{"sectors.acute.demand_growth", "-1", "more than -1"},
        Wrong{"sectors.primary.resilience", "0", "more than 0"},
        Wrong{"sectors.primary.imposed_after", "1.5", "whole number"},
        Wrong{"bodies.board.upkeep", "1", "only bodies that are not boards"},
        Wrong{"bodies.voice.transparency", "0.5", "only boards"},
        Wrong{"funds.local.honoured", "0.5", "only protected funds"},
        Wrong{"funds.core.noise", "0.5", "only decided funds"},
        Wrong{"bodies.voice.weighing", "loud", "unknown weighing"}));

std::vector<Problem> told_of(const Set& overrides) { return read_small(overrides).problems(); }

TEST(Dates, LateStepsAreToldBecauseTheyNeverBegin) {
    const auto read = read_small({{"bodies.network.mandate", "{steps: {0: 0.5, 1.76: 1, 1.75: 0.7}}"}});
    EXPECT_FALSE(static_cast<bool>(read));
    const Set late{{"bodies.network.mandate", "{steps: {0: 0.5, 1.75: 0.6, 1.76: 0.7}}"}};
    EXPECT_TRUE(read_small(late));
    EXPECT_TRUE(tells(told_of(late), "bodies.network.mandate.steps.1.76", "never begins"));
    EXPECT_EQ(find(told_of(late), "bodies.network.mandate.steps.1.75", "never begins"), nullptr);
}

TEST(Dates, OneStepIsSetByItsYearAsANumber) {
    const Override dated{"bodies.network.mandate", "{value: {steps: {0: 0.5, 1.5: 0.6}}, source: A survey}"};
    const Number set = mandate_of(sound({dated, {"bodies.network.mandate.value.steps.1.50", "0.9"}}));
    ASSERT_EQ(set.steps.size(), 2u);
    EXPECT_EQ(set.steps[1].value.parameters[0], 0.9);
    EXPECT_EQ(set.source, "A survey");
    const Number added = mandate_of(sound({dated, {"bodies.network.mandate.steps.0.5", "0.1"}}));
    ASSERT_EQ(added.steps.size(), 3u);
    EXPECT_EQ(added.steps[1].year, 0.5);
    EXPECT_TRUE(tells(told_of({{"bodies.network.mandate.steps.1", "0.9"}}), "bodies.network.mandate.steps.1",
                      "has no steps"));
    EXPECT_TRUE(tells(told_of({dated, {"bodies.network.mandate.steps.soon", "0.9"}}),
                      "bodies.network.mandate.steps.soon", "is no year"));
}

TEST(Dates, AreWrittenBackAsTheyWereRead) {
    const Library library = sound(
        {{"bodies.network.mandate",
          "{value: {steps: {0: 0.5, 1.5: {beta: [2, 3]}}}, luck: a, basis: observed}"},
         {"bodies.voice.mandate", "{uniform: [0.1, 0.4], luck: a}"},
         {"bodies.voice.members.network.except", "[network@north-2]"},
         {"funds.local.first_call", "{sector: acute, limit: 0.2}"},
         {"funds.local.yardstick", "{access: {steps: {0: 1, 1: 2}}, hospital: 1}"},
         {"bodies.board.red_lines", "{access: {floor: 1.2, relative: true, held_by: voice, backed: true}}"},
         {"offers.deal", "{by: acute, to: voice, rate: 0.3, worth: 2}"}});
    const auto again = read_text(resolved_yaml(library, 0));
    ASSERT_TRUE(static_cast<bool>(again)) << told(again.problems());
    const Scenario& is = again.value().arms[0].scenario;
    EXPECT_EQ(resolved_yaml(again.value(), 0), resolved_yaml(library, 0));
    EXPECT_EQ(is.bodies[0].mandate.steps[1].value.shape, Shape::beta);
    EXPECT_EQ(is.bodies[1].mandate.luck, "a");
    EXPECT_EQ(is.bodies[1].members[0].chosen.except, std::vector<std::string>{"network@north-2"});
    EXPECT_EQ(is.funds[1].first_call->softness.parameters[0], 1);
    EXPECT_EQ(is.bodies[2].red_lines[0].floor.parameters[0], 1.2);
}

TEST(Together, WhatMustHold) {
    EXPECT_TRUE(tells(told_of({{"bodies.voice.members.network.except", "[network@north-3]"}}),
                      "bodies.voice.members.network.except", "did you mean"));
    EXPECT_TRUE(tells(told_of({{"bodies.voice.members.network.only", "[x]"}}),
                      "bodies.voice.members.network.only", "there are: network@north-1"));
    EXPECT_TRUE(tells(told_of({{"bodies.voice.members.network", "{except: [network@north-1], only: []}"}}),
                      "bodies.voice.members.network.only", "exclude each other"));
    EXPECT_TRUE(tells(told_of({{"bodies.board.red_lines", "{access: {floor: 0.2, backed: true}}"}}),
                      "bodies.board.red_lines.access.backed", "needs somebody"));
    EXPECT_TRUE(tells(told_of({{"bodies.board.red_lines", "{access: {floor: 1.2}}"}}),
                      "bodies.board.red_lines.access.floor", "less than 1"));
    EXPECT_TRUE(tells(told_of({{"bodies.voice.upkeep", "1"}, {"bodies.voice.grant", "0.5"}}),
                      "bodies.voice.grant", "who pays"));
    const auto grant = [](const char* upkeep, const char* paid) {
        return read_small({{"bodies.voice.upkeep", upkeep},
                           {"bodies.voice.grant", paid},
                           {"bodies.voice.granted_by", "local"}});
    };
    EXPECT_TRUE(grant("1", "1"));
    EXPECT_FALSE(static_cast<bool>(grant("{uniform: [1, 2]}", "{uniform: [0.5, 1.5]}")));
    EXPECT_TRUE(grant("{uniform: [1, 2], luck: a}", "{uniform: [0.5, 1.5], luck: a}"));
    EXPECT_FALSE(static_cast<bool>(grant("{steps: {0: 2, 1: 1}}", "1.5")));
    EXPECT_TRUE(tells(told_of({{"bodies.voice.upkeep", "1"}, {"bodies.voice.granted_by", "core"}}),
                      "bodies.voice.granted_by", "is protected"));
    const Set sliced{{"funds.local.top_slice", "{sector: acute, share: 0.5}"},
                     {"funds.local.first_call", "{sector: acute, limit: {steps: {0: 0.2, 1: 0.5}}}"}};
    EXPECT_TRUE(tells(told_of(sliced), "funds.local.first_call.limit", "less than 1"));
    EXPECT_TRUE(tells(told_of({{"funds.local.first_call", "{sector: acute, limit: 0.1}"},
                               {"funds.other",
                                "{amount: 1, decided_by: board, status_quo: {access: 1}, "
                                "first_call: {sector: acute, limit: 0.1}}"}}),
                      "funds.other.first_call.sector", "one fund only"));
    EXPECT_TRUE(tells(told_of({{"offers.deal", "{by: acute, to: board, rate: 0.3, worth: 2}"}}),
                      "offers.deal.to", "is a board"));
    EXPECT_TRUE(tells(told_of({{"funds.local.yardstick", "{access: {steps: {0: 1, 1: 0}}}"}}),
                      "funds.local.yardstick", "sum to 0 in year 1"));
}

// Shares are held to 1 at every date and for every instance, as they are dealt.
TEST(Together, SharesAtEveryDateAndOfChosenMembers) {
    const Override other{"bodies.other", "{members: {practice: {share: 0.5, home: false}}}"};
    EXPECT_FALSE(static_cast<bool>(read_small({other})));
    EXPECT_TRUE(read_small({other, {"bodies.network.members.practice.share", "{steps: {0: 0.5, 1: 0.2}}"}}));
    EXPECT_TRUE(
        tells(told_of({other, {"bodies.network.members.practice.share", "{steps: {0: 0.5, 1: 0.6}}"}}),
              "bodies.other.members.practice.share", "from year 1 on"));
    const Override few{"bodies.other.members.practice.only", "[practice@north-1]"};
    EXPECT_FALSE(static_cast<bool>(read_small({other, few})));
    EXPECT_TRUE(read_small({other, few, {"bodies.network.members.practice.except", "[practice@north-1]"}}));
}

}  // namespace
}  // namespace clout
