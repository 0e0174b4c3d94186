// The rule by which a hypothesis holds.
#include "engine/analysis/expectation.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace clout {
namespace {

using Sign = Expectation::Sign;

// So many futures with one difference, then so many with another.
std::vector<double> futures(std::size_t many, double one, std::size_t few, double other) {
    std::vector<double> differences(many, one);
    differences.insert(differences.end(), few, other);
    return differences;
}

TEST(Expectation, HoldsWithNineFuturesOfTenAndAMeanBeyondTheBand) {
    EXPECT_TRUE(judge({Sign::more, 0.5}, futures(90, 1, 10, -1)).holds);
    EXPECT_FALSE(judge({Sign::more, 0.5}, futures(89, 1, 11, -1)).holds) << "89 of 100 are too few";
    EXPECT_FALSE(judge({Sign::more, 0.9}, futures(90, 1, 10, -1)).holds) << "the mean is .8";
    EXPECT_FALSE(judge({Sign::more, 1}, futures(100, 1, 0, 0)).holds) << "the mean lies on the band";
    EXPECT_FALSE(judge({Sign::more, 0}, futures(100, 0, 0, 0)).holds) << "nothing is not more";
}

TEST(Expectation, LessIsMoreTurnedRound) {
    const auto up = futures(95, 2, 5, -1), down = futures(95, -2, 5, 1);
    EXPECT_TRUE(judge({Sign::less, 1}, down).holds);
    EXPECT_FALSE(judge({Sign::less, 1}, up).holds);
    EXPECT_TRUE(judge({Sign::less, 1}, up).reversed);
    EXPECT_TRUE(judge({Sign::more, 1}, down).reversed);
    EXPECT_FALSE(judge({Sign::more, 1}, up).reversed);
    EXPECT_EQ(judge({Sign::less, 1}, down).as_expected, 95u);
    EXPECT_EQ(judge({Sign::less, 1}, down).opposite, 5u);
}

TEST(Expectation, TheSameIsWithinTheBandAndItsEndsBelongToIt) {
    EXPECT_TRUE(judge({Sign::same, 0.1}, futures(90, 0.1, 10, -3)).holds);
    EXPECT_FALSE(judge({Sign::same, 0.1}, futures(89, 0.1, 11, 0.2)).holds);
    EXPECT_TRUE(judge({Sign::same, 0}, futures(10, 0, 0, 0)).holds);
    EXPECT_FALSE(judge({Sign::same, 0.1}, futures(0, 0, 10, 3)).reversed);
}

TEST(Expectation, AFutureWithoutAValueIsNotAsExpected) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto found = judge({Sign::more, 0}, futures(89, 1, 11, none));
    EXPECT_EQ(found.as_expected, 89u);
    EXPECT_EQ(found.opposite, 0u);
    EXPECT_FALSE(found.holds);
    EXPECT_DOUBLE_EQ(found.share(), 0.89);
    EXPECT_FALSE(judge({Sign::same, 5}, futures(0, 0, 10, none)).holds);
}

TEST(Expectation, TheVerdictCountsTheories) {
    ExpectationFinding yes, no;
    yes.holds = true;
    EXPECT_EQ(verdict_over(std::vector{yes, yes}), HypothesisVerdict::holds);
    EXPECT_EQ(verdict_over(std::vector{yes, no}), HypothesisVerdict::holds_under_some);
    EXPECT_EQ(verdict_over(std::vector{no, no}), HypothesisVerdict::does_not_hold);
    EXPECT_EQ(verdict_over({}), HypothesisVerdict::not_played);
}

}  // namespace
}  // namespace clout
