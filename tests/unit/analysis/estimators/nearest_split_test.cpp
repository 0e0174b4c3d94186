// Splits that meet a figure, and the nearest where none does.
#include "engine/analysis/estimators/nearest_split.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace clout {
namespace {

using Split = std::vector<double>;

void expect_near(const Split& found, const Split& expected, double tolerance) {
    ASSERT_EQ(found.size(), expected.size());
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0), 1, 1e-12);
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], expected[k], tolerance) << k;
}

NearestSplit find(const Misses& misses, const Split& start) {
    const std::vector<Split> starts{start};
    return nearest_split(misses, starts);
}

TEST(NearestSplit, MeetsWhatCanBeMet) {
    const Split goal{0.5, 0.1, 0.4};
    const auto curved = [&](std::span<const double> p) {
        Split missed;
        for (std::size_t k = 0; k < p.size(); ++k) missed.push_back(std::exp(p[k]) - std::exp(goal[k]));
        return missed;
    };
    const auto found = find(curved, {1.0 / 3, 1.0 / 3, 1.0 / 3});
    EXPECT_LE(found.distance, kMet);
    expect_near(found.split, goal, 1e-8);
}

// The projection of a point outside onto the simplex is known.
TEST(NearestSplit, ComesNearestWhereNothingMeetsIt) {
    const Split goal{1.3, 0.1, -0.4};
    const auto straight = [&](std::span<const double> p) {
        return Split{p[0] - goal[0], p[1] - goal[1], p[2] - goal[2]};
    };
    const auto found = find(straight, {0.2, 0.2, 0.6});
    expect_near(found.split, {1, 0, 0}, 1e-4);
    EXPECT_NEAR(found.distance, std::sqrt(0.09 + 0.01 + 0.16), 1e-4);
}

// Steps have no slope: only moving parts about finds the way down.
TEST(NearestSplit, FindsItsWayOverSteps) {
    const auto stairs = [](std::span<const double> p) { return Split{std::floor(20 * p[0]) - 14}; };
    EXPECT_EQ(find(stairs, {0.5, 0.5}).distance, 0);
}

TEST(NearestSplit, TheFirstOfEqualStartsWins) {
    const auto flat = [](std::span<const double>) { return Split{1.0}; };
    const std::vector<Split> starts{{0.3, 0.7}, {0.5, 0.5}};
    EXPECT_EQ(nearest_split(flat, starts).split, starts[0]);
}

}  // namespace
}  // namespace clout
