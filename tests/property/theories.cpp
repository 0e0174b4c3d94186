// The same comparison under every theory: each is what a comparison of arms written so would be.
#include "engine/analysis/theories.hpp"

#include "engine/protocols/shelf.hpp"
#include "tests/scenes.hpp"

namespace clout {
namespace {

constexpr std::size_t kFutures = 48;

Theories theories_of(const Library& read, const std::vector<std::string>& names,
                     const std::vector<std::string>& protocols) {
    std::vector<ArmScenario> arms;
    for (const std::string& name : names) arms.push_back({name, name, &scenes::arm(read, name)});
    EnsembleOptions options;
    options.replicates = kFutures;
    options.workers = {2};
    return compare_theories(arms, 0, protocols, options);
}

TEST(Theories, EachIsTheComparisonOfArmsThatWereWrittenSo) {
    const auto file = scenes::scenario_file("one-area");
    const auto names = Protocols::names();
    const std::vector<std::string> protocols(names.begin(), names.end());
    const Theories found = theories_of(scenes::library(file), {"fragmented", "united"}, protocols);
    ASSERT_EQ(found.theories.size(), protocols.size());
    EXPECT_TRUE(found.per_patient);
    for (std::size_t row = 0; row < protocols.size(); ++row) {
        const auto outcomes = scenes::play(scenes::library(file, {{"bodies.board.protocol", protocols[row]}}),
                                           {"united", "fragmented"}, kFutures);
        const auto expected = scenes::difference_in(outcomes[0], outcomes[1], "per_patient.general_practice");
        const auto& theory = found.theories[row];
        EXPECT_EQ(theory.name, protocols[row]);
        EXPECT_EQ(theory.written, protocols[row] == "compromise");
        ASSERT_TRUE(theory.arms[1]);
        EXPECT_FALSE(theory.arms[0]);
        EXPECT_EQ(theory.arms[1]->size.difference.summary.mean, expected.summary.mean);
        EXPECT_EQ(theory.arms[1]->size.difference.summary.p95, expected.summary.p95);
        const Headline& h = theory.arms[1]->headline;
        EXPECT_EQ(h.more + h.same + h.less, kFutures);
        EXPECT_NEAR(theory.arms[1]->relative.mean, h.relative(), 1e-15);
    }
}

TEST(Theories, ASignSurvivesWhereEveryTheoryGivesIt) {
    const Theories found = theories_of(scenes::library(scenes::scenario_file("one-area")),
                                       {"fragmented", "united"}, {"compromise", "nash", "condorcet"});
    EXPECT_EQ(found.survival[1].sign, Survival::Sign::up);
}

TEST(Theories, AnArmEqualToTheBaselineDiffersUnderNone) {
    const Theories found =
        theories_of(scenes::library(scenes::scenario_file("one-area"), {{"arms.same", "{levers: []}"}}),
                    {"fragmented", "same"}, {"compromise", "setter", "condorcet"});
    EXPECT_EQ(found.survival[1].sign, Survival::Sign::nothing);
}

TEST(Theories, EveryBoardDecidesByTheTheory) {
    const Library read = scenes::library(scenes::scenario_file("greater-manchester"));
    const Theories found = theories_of(read, {"fragmented", "united"}, {"compromise", "contest"});
    std::size_t boards = 0;
    for (const BodyKind& body : scenes::arm(read, "united").bodies) boards += body.is_board;
    EXPECT_GT(boards, 1u);
    EXPECT_NE(found.theories[0].level, found.theories[1].level);
    EXPECT_TRUE(found.theories[0].written);
    EXPECT_FALSE(found.theories[1].written);
}

}  // namespace
}  // namespace clout
