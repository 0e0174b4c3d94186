#include "engine/report/text/finding.hpp"

#include "tests/unit/report/two_arms.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace clout {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// One space for any white space, so that a test does not depend on where lines break.
std::string flowing(const std::string& text) {
    std::istringstream words(text);
    std::string result;
    for (std::string word; words >> word;) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

TEST(Finding, NamesSizeRangeCountsAndWhatStandsBesideIt) {
    const TwoArms two;
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "Under \"One voice\", general practice gains £2.50 a patient a year")) << text;
    EXPECT_FALSE(holds(text, "in 90 % of futures")) << "three futures have no range";
    EXPECT_TRUE(holds(
        text,
        "the mean is known to the last digit that is shown: more futures would not change the finding"));
    EXPECT_TRUE(holds(text, "beyond the band in every year"));
    EXPECT_TRUE(holds(text, "the pot stays the same and its part of it")) << text;
    EXPECT_TRUE(holds(text, "+5.0 points of the contested money (from 20.0 % to 25.0 %)"));
    EXPECT_TRUE(holds(text, "gains in 3 of 3 futures"));
    EXPECT_TRUE(holds(text, "moves (+1.2 % of £80.00m a year)"));
    EXPECT_TRUE(holds(text, "£76.00m of it is protected"));
    EXPECT_TRUE(holds(text, "6 numbers: 1 observed, 3 illustrative, 2 without a stated basis"));
    EXPECT_TRUE(holds(text, "20.8 % of the money that this scenario"));
    EXPECT_TRUE(holds(text, "a date that is not given"));
}

TEST(Finding, AvoidsWordsThatClaimTooMuch) {
    const TwoArms two;
    const std::string text = comparison_text(two.comparison, two.arms, two.provenance, Style{});
    for (const char* word : {"forecast", "prove", "optimal", "winner", "predict", "union"}) {
        EXPECT_FALSE(holds(text, word)) << word;
    }
}

TEST(Finding, FitsThePageAndHasNoEscapesWithoutColour) {
    const TwoArms two;
    std::istringstream lines(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(display_width(line), 100u) << line;
        EXPECT_EQ(line.find('\033'), std::string::npos);
    }
}

TEST(Finding, SaysThatItWasStoppedEarly) {
    TwoArms two;
    two.provenance.asked = 1000;
    EXPECT_TRUE(holds(comparison_text(two.comparison, two.arms, two.provenance, Style{}), "STOPPED EARLY"));
    EXPECT_TRUE(holds(comparison_text(two.comparison, two.arms, two.provenance, Style{}), "3 of 1,000"));
}

TEST(Finding, TheMedianPathIsNoFinding) {
    TwoArms two;
    two.provenance.stochastic = false;
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "nothing below is a finding"));
    EXPECT_FALSE(holds(text, "gains £2.50"));
}

TEST(Finding, NamesWhatElseMovedAfterTheMoney) {
    TwoArms two;
    for (Outcome* outcome : {&two.base, &two.arm}) {
        outcome->quantities.push_back({"independent.gp", "organisations"});
        outcome->quantities.push_back({"uptake.gp", "share of new money"});
        for (int i = 0; i < 6; ++i) outcome->values.push_back(outcome == &two.base ? 44.0 : 18.2);
        for (int i = 0; i < 6; ++i)
            outcome->values.push_back(outcome == &two.base ? 0.5 : 0.505);  // in the band
    }
    two.comparison = compare(two.arms, 0, Workers{1});
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "Beyond its band moved, too: still independent (44.0 to 18.2)")) << text;
    EXPECT_FALSE(holds(text, "uptake of new money (50.0 % to"));
}

TEST(Finding, AnEnsembleOfTwentyHasARange) {
    TwoArms two;
    for (Outcome* outcome : {&two.base, &two.arm}) {
        std::vector<double> values;
        for (std::size_t row = 0; row < outcome->values.size() / 3; ++row) {
            for (int r = 0; r < 20; ++r)
                values.push_back(outcome->values[3 * row + static_cast<std::size_t>(r) % 3]);
        }
        outcome->values.assign(values.begin(), values.end());
        outcome->replicates = 20;
    }
    two.comparison = compare(two.arms, 0, Workers{1});
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "in 90 % of futures")) << text;
    EXPECT_TRUE(holds(text, "Means, and in brackets what 90 % of futures lie between."));
}

TEST(Finding, AYearThatIsCutShortIsNamed) {
    TwoArms two;
    two.provenance.rounds_per_year = 4;
    two.provenance.last_rounds = 2;
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "3 futures to the first half of year 2")) << text;
    EXPECT_TRUE(holds(text, "Contested £ a patient, the first half of")) << text;
}

TEST(Finding, SaysWhatWasSet) {
    TwoArms two;
    two.provenance.settings = {"funds.pot.growth=0.03", "seed=7"};
    EXPECT_TRUE(comparison_text(two.comparison, two.arms, two.provenance, Style{})
                    .starts_with("An area, with funds.pot.growth=0.03, seed=7\n"));
}

TEST(Finding, AFutureWithoutAValueIsLeftOutAndCounted) {
    TwoArms two;
    two.arm.values[5 * 6 + 4] = std::nan("");  // £ a patient, last year, second replicate
    two.comparison = compare(two.arms, 0, Workers{1});
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "gains £2.50 a patient a year")) << text;
    EXPECT_TRUE(holds(text, "(1 future without a value left out)"));
    EXPECT_TRUE(holds(text, "up to 1 future."));
}

TEST(Finding, AnEqualArmIsSaidToBeEqual) {
    TwoArms two;
    two.arms[1].outcome = &two.base;
    two.comparison = compare(two.arms, 0, Workers{1});
    const std::string text = flowing(comparison_text(two.comparison, two.arms, two.provenance, Style{}));
    EXPECT_TRUE(holds(text, "\"One voice\" comes to the same as \"As it is, \"split\"\"")) << text;
    EXPECT_FALSE(holds(text, "gets about the same"));
    EXPECT_TRUE(holds(text, "never differs"));
}

TEST(Finding, ManyArmsGetALineEach) {
    TwoArms two;
    two.arms.push_back({"third", "A third way", &two.base});
    two.arms.push_back({"fourth", "A fourth way", &two.arm});
    two.comparison = compare(two.arms, 0, Workers{1});
    const std::string text = comparison_text(two.comparison, two.arms, two.provenance, Style{});
    for (const char* label :
         {"As it is", "One voice", "A third way", "A fourth way", "the baseline", "about the same"}) {
        EXPECT_TRUE(holds(text, label)) << label;
    }
}

TEST(ArmText, ShowsLevelsAndFindsNothing) {
    TwoArms two;
    const Comparison alone = compare(std::span(two.arms).first(1), 0, Workers{1});
    const std::string text = arm_text(alone, std::span(two.arms).first(1), two.provenance, Style{});
    EXPECT_TRUE(holds(text, "General practice"));
    EXPECT_TRUE(holds(text, "median"));
    EXPECT_FALSE(holds(text, "gains"));
}

}  // namespace
}  // namespace clout
