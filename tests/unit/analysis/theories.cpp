#include "engine/analysis/theories.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace clout {
namespace {

// What a theory finds: a mean difference, its standard error, and the verdict.
TheoryFinding finding(double mean, double se, Verdict verdict) {
    TheoryFinding found;
    found.size.difference.summary = {mean, mean - se, mean, mean + se};
    found.size.difference.se = se;
    found.size.difference.p_equal = mean == 0 && se == 0 ? 1 : 0;
    found.headline.verdict = verdict;
    return found;
}

Survival survival(const std::vector<TheoryFinding>& findings) {
    std::vector<const TheoryFinding*> rows;
    for (const TheoryFinding& found : findings) {
        rows.push_back(&found);
    }
    return survival_of(rows);
}

TEST(Survival, OneSignUnderAllNamesTheLeastAndTheMost) {
    const Survival found =
        survival({finding(0.3, 0.01, Verdict::gains), finding(0.04, 0.01, Verdict::about_the_same),
                  finding(0.5, 0.1, Verdict::gains)});
    EXPECT_EQ(found.sign, Survival::Sign::up);
    EXPECT_EQ(found.least, 1u);
    EXPECT_EQ(found.most, 2u);
    EXPECT_DOUBLE_EQ(found.factor, 12.5);
    EXPECT_EQ(found.gains, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(found.same, (std::vector<std::size_t>{1}));
}

TEST(Survival, OfLossesTheLeastIsNearestToNothing) {
    const Survival found = survival({finding(-3, 0.1, Verdict::loses), finding(-1, 0.1, Verdict::loses)});
    EXPECT_EQ(found.sign, Survival::Sign::down);
    EXPECT_EQ(found.least, 1u);
    EXPECT_EQ(found.most, 0u);
    EXPECT_DOUBLE_EQ(found.factor, 3);
}

TEST(Survival, TheoriesThatContradictEachOther) {
    const Survival found = survival({finding(0.5, 0.1, Verdict::gains), finding(-0.4, 0.1, Verdict::loses),
                                     finding(0.1, 0.1, Verdict::unclear)});
    EXPECT_EQ(found.sign, Survival::Sign::mixed);
    EXPECT_EQ(found.least, 1u);
    EXPECT_EQ(found.most, 0u);
    EXPECT_TRUE(std::isnan(found.factor));
}

TEST(Survival, ASignThatCannotBeToldUnderOneTheoryIsOpen) {
    const Survival found = survival({finding(0.5, 0.1, Verdict::gains), finding(0.1, 0.1, Verdict::unclear)});
    EXPECT_EQ(found.sign, Survival::Sign::open);
    EXPECT_EQ(found.unclear, (std::vector<std::size_t>{1}));
}

// A mean below 0 that two standard errors carry over it tells nothing, beside losses and beside gains.
TEST(Survival, ALossThatCannotBeToldUnderOneTheoryIsOpen) {
    const TheoryFinding slight = finding(-0.1, 0.1, Verdict::unclear);
    EXPECT_EQ(survival({finding(-0.5, 0.1, Verdict::loses), slight}).sign, Survival::Sign::open);
    EXPECT_EQ(survival({finding(0.5, 0.1, Verdict::gains), slight}).sign, Survival::Sign::open);
}

TEST(Survival, TwoStandardErrorsTellASign) {
    EXPECT_EQ(survival({finding(0.21, 0.1, Verdict::gains)}).sign, Survival::Sign::up);
    EXPECT_EQ(survival({finding(0.19, 0.1, Verdict::unclear)}).sign, Survival::Sign::open);
    EXPECT_EQ(survival({finding(-0.21, 0.1, Verdict::loses)}).sign, Survival::Sign::down);
    EXPECT_EQ(survival({finding(-0.19, 0.1, Verdict::unclear)}).sign, Survival::Sign::open);
}

TEST(Survival, AboutTheSameUnderAllIsThatWhateverTheSigns) {
    const Survival found = survival(
        {finding(0.001, 1e-5, Verdict::about_the_same), finding(-0.001, 1e-5, Verdict::about_the_same)});
    EXPECT_EQ(found.sign, Survival::Sign::same);
}

TEST(Survival, NoDifferenceInAnyFuture) {
    const Survival found =
        survival({finding(0, 0, Verdict::about_the_same), finding(0, 0, Verdict::about_the_same)});
    EXPECT_EQ(found.sign, Survival::Sign::nothing);
}

TEST(Survival, ASingleFutureCannotTellASign) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(survival({finding(0.5, nan, Verdict::unclear)}).sign, Survival::Sign::open);
}

}  // namespace
}  // namespace clout
