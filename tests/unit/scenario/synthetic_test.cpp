// Scenarios made to a size: exactly as many organisations as asked for, as many tiers, sound, and every
// number marked as what it is.
#include "engine/scenario/make/synthetic.hpp"
#include "engine/scenario/reader.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

// A sound library without a warning, or an empty one and a failure.
Library made(const SyntheticSize& size) {
    const Folder folder;
    auto read = read_library(folder.write("made.yaml", synthetic_scenario(size)));
    std::string problems;
    for (const Problem& problem : read.problems()) problems += to_text(problem) + '\n';
    EXPECT_EQ(problems, "");
    return read ? std::move(read).value() : Library{};
}

const BodyKind* body(const Scenario& scenario, const std::string& name) {
    const auto found = std::find_if(scenario.bodies.begin(), scenario.bodies.end(),
                                    [&](const BodyKind& kind) { return kind.name == name; });
    return found == scenario.bodies.end() ? nullptr : &*found;
}

// Tiers of bodies from practices up to a kind, along its first member.
std::size_t tiers_below(const Scenario& scenario, const std::string& top) {
    std::size_t tiers = 0;
    for (const BodyKind* kind = body(scenario, top); kind; ++tiers) {
        const AgentKind below = kind->members.at(0).kind;
        kind = below.what == AgentKind::Class::body ? &scenario.bodies[below.row] : nullptr;
    }
    return tiers;
}

class OfSize : public testing::TestWithParam<std::uint64_t> {};

TEST_P(OfSize, HoldsExactlyAsManyOrganisationsInEveryArm) {
    EXPECT_EQ(plan_synthetic(GetParam()).organisations(), GetParam());
    const Library library = made({GetParam()});
    ASSERT_EQ(library.arms.size(), 2u);
    for (const Arm& arm : library.arms) {
        std::uint64_t count = 0;
        for (const OrganisationKind& kind : arm.scenario.organisations) {
            EXPECT_GE(kind.instances(), 1u) << kind.name;
            count += kind.instances();
        }
        EXPECT_EQ(count, GetParam()) << arm.name;
    }
}

TEST_P(OfSize, StaysAShortFile) {
    const std::string text = synthetic_scenario({GetParam(), 3});
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 330);
    EXPECT_EQ(text.find('<'), std::string::npos) << "a word was not filled in";
}

INSTANTIATE_TEST_SUITE_P(Synthetic, OfSize,
                         testing::Values(4, 5, 7, 30, 31, 100, 149, 150, 299, 300, 1'000, 9'999, 10'000,
                                         1'000'000, 1'000'003, 9'999'991, 10'000'000),
                         testing::PrintToStringParamName());

class OfDepth : public testing::TestWithParam<std::uint32_t> {};

TEST_P(OfDepth, HasAsManyTiersEachNoLargerThanTheOneBelow) {
    const Library library = made({20'000, GetParam()});
    ASSERT_EQ(library.arms.size(), 2u);
    for (const Arm& arm : library.arms) {
        const Scenario& scenario = arm.scenario;
        EXPECT_EQ(tiers_below(scenario, "group"), GetParam());
        std::uint64_t below = plan_synthetic(20'000).practices;
        for (const BodyKind& kind : scenario.bodies) {
            if (kind.is_board || kind.name == "association") break;
            EXPECT_LE(kind.siting.per_place.at(0).second, below) << kind.name;
            below = kind.siting.per_place.at(0).second;
        }
        EXPECT_EQ(below, 1u) << "the topmost tier is one body a place";
    }
}

INSTANTIATE_TEST_SUITE_P(Synthetic, OfDepth, testing::Values(1, 2, 3, 4, 7, kDeepestSynthetic),
                         testing::PrintToStringParamName());

TEST(Synthetic, UnityIsWhatLeversMakeOfIt) {
    const Library library = made({500, 3});
    ASSERT_EQ(library.arms.size(), 2u);
    EXPECT_TRUE(library.arms[0].levers.empty());
    EXPECT_EQ(library.arms[1].levers.size(), 5u);
    EXPECT_EQ(body(library.arms[0].scenario, "association")->members.size(), 1u);
    EXPECT_TRUE(body(library.arms[1].scenario, "association")->members.empty());
    for (const char* tier : {"network", "tier2", "group"}) {
        EXPECT_GT(body(library.arms[1].scenario, tier)->mandate.median(),
                  body(library.arms[0].scenario, tier)->mandate.median());
    }
}

// Counts and the clock are plain, as nowhere else; all that is written otherwise says that it is assumed.
TEST(Synthetic, EveryNumberSaysThatItIsAssumed) {
    const std::string text = synthetic_scenario({1000, 4});
    const auto times = [&](const std::string& word) {
        std::size_t count = 0;
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
        return count;
    };
    EXPECT_GT(times("{value: "), 80u);
    EXPECT_EQ(times("{value: "), times(", basis: illustrative}"));
    const Scenario scenario = made({1000, 4}).arms.at(0).scenario;
    for (const BodyKind& kind : scenario.bodies) {
        EXPECT_EQ(kind.mandate.basis, kind.is_board ? Basis::standard : Basis::illustrative) << kind.name;
    }
    for (const OrganisationKind& kind : scenario.organisations)
        EXPECT_EQ(kind.income.basis, Basis::illustrative) << kind.name;
    for (const Fund& fund : scenario.funds) EXPECT_EQ(fund.amount.basis, Basis::illustrative) << fund.name;
}

}  // namespace
}  // namespace clout
