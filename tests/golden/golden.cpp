// Every arm of every scenario gives what it gave before, to 1e-9. `golden --accept [scenario…]` is the only
// way to change what is expected: it runs the scenarios named (or all), says what moved, and writes the files
// beside this one.
#include "tests/golden/facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace clout::golden {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShown = 12;  // moves printed of each scenario

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

const fs::path kScenarios = fs::path(CLOUT_ROOT) / "scenarios",
               kGolden = fs::path(CLOUT_ROOT) / "tests" / "golden";

fs::path scenario_file(const std::string& name) { return kScenarios / (name + ".yaml"); }
fs::path golden_file(const std::string& name) { return kGolden / (name + ".yaml"); }

std::string told(const std::vector<Move>& moves) {
    std::string text;
    for (std::size_t m = 0; m < std::min(moves.size(), kShown); ++m) text += "  " + moves[m].text + '\n';
    if (moves.size() > kShown) text += "  and " + std::to_string(moves.size() - kShown) + " smaller ones\n";
    return text;
}

class Golden : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Scenario, Golden, testing::ValuesIn(names_in(kScenarios)), [](const auto& tested) {
    std::string name = tested.param;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
});

TEST_P(Golden, GivesWhatItGave) {
    const auto was = read(golden_file(GetParam()));
    ASSERT_TRUE(was) << golden_file(GetParam()) << " is missing or damaged: golden --accept " << GetParam();
    const std::vector<Move> found = moves(*was, facts_of(scenario_file(GetParam())));
    EXPECT_TRUE(found.empty()) << GetParam() << ": " << found.size() << " figures moved, the largest first\n"
                               << told(found) << "If they are meant to: golden --accept " << GetParam();
}

TEST(GoldenFiles, BelongToScenarios) {
    for (const std::string& name : names_in(kGolden)) {
        EXPECT_TRUE(fs::exists(scenario_file(name))) << golden_file(name) << " has no scenario any more";
    }
}

// What the comparison above sees and what it lets pass, on figures of no scenario.
TEST(GoldenMoves, AreNamedLargestFirst) {
    const std::vector<Fact> was{{"apart", "mean", "share", {0.5}},
                                {"apart", "mean", "split", {0.25, 0.75}},
                                {"apart", "mean", "old", {1}}};
    const std::vector<Fact> is{{"apart", "mean", "share", {0.5 + 5e-10}},
                               {"apart", "mean", "split", {0.26, 0.74}},
                               {"one", "mean", "x", {1}}};
    const std::vector<Move> found = moves(was, is);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].text, "one, mean, x: new");
    EXPECT_EQ(found[1].text, "apart, mean, old: gone");
    EXPECT_EQ(found[2].text, "apart, mean, split [1]: was 0.25, is 0.26 (+0.01, +4 %)");
    EXPECT_EQ(found[3].text, "apart, mean, split [2]: was 0.75, is 0.74 (-0.01, -1.33 %)");
    EXPECT_TRUE(moves(was, was).empty());
}

int accept(std::vector<std::string> names) {
    if (names.empty()) names = names_in(kScenarios);
    for (const std::string& name : names) {
        if (!fs::exists(scenario_file(name))) {
            std::cerr << "golden: there is no " << scenario_file(name).string() << '\n';
            return 3;
        }
        const std::vector<Fact> is = facts_of(scenario_file(name));
        const auto was = read(golden_file(name));
        const std::vector<Move> found = was ? moves(*was, is) : std::vector<Move>{};
        std::cout << name << (was ? ": " + std::to_string(found.size()) + " figures moved\n" : ": new\n")
                  << told(found);
        if (!was || !found.empty()) std::ofstream(golden_file(name)) << written(is, name);
    }
    return 0;
}

}  // namespace
}  // namespace clout::golden

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    if (count > 1 && std::string(words[1]) == "--accept")
        return clout::golden::accept({words + 2, words + count});
    return RUN_ALL_TESTS();
}
