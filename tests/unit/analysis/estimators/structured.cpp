// Shares read off designs made for them: stars, walks, paths; and the box in which a finding holds.
#include "engine/analysis/estimators/elementary_effects.hpp"
#include "engine/analysis/estimators/finding_box.hpp"
#include "engine/analysis/estimators/pick_freeze.hpp"
#include "engine/analysis/estimators/shapley_effects.hpp"
#include "engine/designs/shelf.hpp"
#include "tests/unit/analysis/estimators/known_models.hpp"

#include <gtest/gtest.h>

namespace clout {
namespace {

TEST(Stars, GiveTotalShares) {
    const Sampled sample = sampled_by<JansenDesign>({3, 2048, 1, {}}, ishigami);
    const auto shares = total_shares(sample.view());
    for (std::size_t f = 0; f < 3; ++f) EXPECT_NEAR(shares[f].value, kIshigamiTotal[f], 0.02) << f;
    const Sampled g = sampled_by<JansenDesign>({5, 2048, 1, {}}, sobol_g);
    const auto known = sobol_g_shares(true);
    const auto found = total_shares(g.view());
    for (std::size_t f = 0; f < 5; ++f) {
        EXPECT_NEAR(found[f].value, known[f], 0.02) << f;
        EXPECT_LE(found[f].low, known[f] + 1e-3);
        EXPECT_GE(found[f].high, known[f] - 1e-3);
    }
}

// The promise of the issue: within .03 at 20,480 runs, whatever the seed.
TEST(Walks, GiveShapleyEffects) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Sampled sample = sampled_by<ShapleyDesign>({3, 5120, seed, {}}, ishigami);
        const auto effects = shapley_effects(sample.view());
        double sum = 0;
        for (std::size_t f = 0; f < 3; ++f) {
            EXPECT_NEAR(effects[f].value, kIshigamiShapley[f], 0.03) << f;
            sum += effects[f].value;
        }
        EXPECT_NEAR(sum, 1, 1e-12);
    }
}

TEST(Walks, DivideALineExactlyAsItsShares) {
    const Sampled sample = sampled_by<ShapleyDesign>(
        {3, 4096, 2, {}}, [](std::span<const double> u) { return 3 * u[0] + 2 * u[1] - u[2]; });
    const auto effects = shapley_effects(sample.view());
    EXPECT_NEAR(effects[0].value, 9.0 / 14, 0.01);
    EXPECT_NEAR(effects[1].value, 4.0 / 14, 0.01);
    EXPECT_NEAR(effects[2].value, 1.0 / 14, 0.01);
}

TEST(Paths, ScreenFactors) {
    const Sampled sample = sampled_by<MorrisDesign>({4, 50, 3, {}}, [](std::span<const double> u) {
        return 4 * u[0] - 2 * u[1] + 8 * (u[2] - 0.5) * (u[2] - 0.5);
    });
    const auto found = elementary_effects(sample.view());
    EXPECT_NEAR(found[0].mean, 4, 1e-12);
    EXPECT_NEAR(found[0].spread, 0, 1e-12);
    EXPECT_NEAR(found[1].mean, -2, 1e-12);
    EXPECT_NEAR(found[1].mean_size, 2, 1e-12);
    // From ⅛ to ⅝ and from ⅜ to ⅞ of 8 (u − ½)²: ∓ 1 over half a range, hence ∓ 2.
    EXPECT_NEAR(found[2].mean_size, 2, 1e-12);
    EXPECT_LT(std::abs(found[2].mean), 0.7);
    EXPECT_NEAR(found[2].spread, 2, 0.2);
    EXPECT_EQ(found[3].mean_size, 0);
    EXPECT_EQ(found[0].steps, 50u);
}

std::vector<bool> where(const Sampled& sample, const std::function<bool(std::span<const double>)>& holds) {
    std::vector<bool> result;
    for (std::size_t r = 0; r < sample.values.size(); ++r)
        result.push_back(holds(std::span(sample.quantiles).subspan(r * sample.factors, sample.factors)));
    return result;
}

TEST(Box, FindsTheBoxThatIsThere) {
    const Sampled sample = sampled(6, 2000, 8, [](std::span<const double>) { return 0.0; });
    const auto holds = where(sample, [](std::span<const double> u) { return u[2] > 0.6 && u[4] < 0.5; });
    const FindingBox region = find_box(sample.view(), holds);
    ASSERT_EQ(region.sides.size(), 2u);
    for (const BoxSide& side : region.sides) {
        if (side.factor == 2) {
            EXPECT_NEAR(side.low, 0.6, 0.03);
            EXPECT_EQ(side.high, 1);
        } else {
            EXPECT_EQ(side.factor, 4u);
            EXPECT_EQ(side.low, 0);
            EXPECT_NEAR(side.high, 0.5, 0.03);
        }
    }
    EXPECT_GT(region.coverage, 0.93);
    EXPECT_GT(region.density, 0.93);
    EXPECT_NEAR(region.mass, 0.2, 0.03);
    EXPECT_NEAR(region.holds, 0.2, 0.03);
}

TEST(Box, IsTheWholeSpaceWhereItHoldsEverywhereOrNowhere) {
    const Sampled sample = sampled(2, 300, 8, [](std::span<const double>) { return 0.0; });
    for (const bool all : {true, false}) {
        const FindingBox region = find_box(sample.view(), std::vector<bool>(300, all));
        EXPECT_TRUE(region.sides.empty());
        EXPECT_EQ(region.density, all ? 1 : 0);
        EXPECT_EQ(region.mass, 1);
    }
}

// Half of everything, without any rule: no side may pretend to tell something.
TEST(Box, BoundsNothingWhereNothingTells) {
    const Sampled sample = sampled(3, 4000, 5, [](std::span<const double> u) { return u[3]; });
    std::vector<bool> holds;
    for (const double luck : sample.values) holds.push_back(luck < 0.6);
    const FindingBox region = find_box(sample.view(), holds);
    EXPECT_GT(region.mass, 0.9);
    EXPECT_NEAR(region.density, 0.6, 0.04);
}

}  // namespace
}  // namespace clout
