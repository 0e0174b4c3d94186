// Shares read off ordinary samples: classes, chaos, chance.
#include "engine/analysis/estimators/conditional_means.hpp"
#include "engine/analysis/estimators/correlation_ratio.hpp"
#include "engine/analysis/estimators/pick_freeze.hpp"
#include "engine/analysis/estimators/sparse_chaos.hpp"
#include "tests/unit/analysis/estimators/known_models.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace clout {
namespace {

std::vector<double> misses(std::span<const Estimate> found, const std::vector<double>& known) {
    std::vector<double> result;
    for (std::size_t f = 0; f < known.size(); ++f) result.push_back(found[f].value - known[f]);
    return result;
}

std::vector<Estimate> shares_of(const std::vector<FirstOrderShare>& found) {
    std::vector<Estimate> result;
    for (const FirstOrderShare& one : found) result.push_back(one.share);
    return result;
}

// Over `times` samples: the error of all, and in how many the interval holds what is true.
struct Trial {
    double error = 0, covered = 0;
    double reach = 0;  // mean half width of the intervals
};

template <class Estimator>
Trial try_out(std::size_t factors, std::size_t points, int times, const Model& model,
              const std::vector<double>& known, Estimator estimator) {
    std::vector<double> all;
    double covered = 0, reach = 0;
    for (int seed = 1; seed <= times; ++seed) {
        const Sampled sample = sampled(factors, points, static_cast<std::uint64_t>(seed), model);
        const std::vector<Estimate> found = estimator(sample.view());
        const auto missed = misses(found, known);
        all.insert(all.end(), missed.begin(), missed.end());
        for (std::size_t f = 0; f < known.size(); ++f) {
            covered += found[f].low <= known[f] && known[f] <= found[f].high ? 1 : 0;
            reach += (found[f].high - found[f].low) / 2;
        }
    }
    const auto count = static_cast<double>(all.size());
    return {root_mean_square(all), covered / count, reach / count};
}

const auto kClasses = [](const Sample& sample) { return shares_of(first_order_shares(sample)); };
const auto kChaosFirst = [](const Sample& sample) { return fit_chaos(sample).first; };
const auto kChaosTotal = [](const Sample& sample) { return fit_chaos(sample).total; };

TEST(Classes, FindFirstOrderSharesOfIshigami) {
    const Trial few = try_out(3, 1280, 20, ishigami, kIshigamiFirst, kClasses);
    const Trial many = try_out(3, 20'480, 6, ishigami, kIshigamiFirst, kClasses);
    EXPECT_LT(few.error, 0.028);
    EXPECT_LT(many.error, 0.008);
    EXPECT_GT(few.covered, 0.85);
}

TEST(Classes, FindThemAmongFiftyFiveFactorsAndLuck) {
    const Trial trial = try_out(kMany, 1000, 8, many_factors, many_factors_shares(false), kClasses);
    EXPECT_LT(trial.error, 0.010);
    EXPECT_GT(trial.covered, 0.93);
    EXPECT_LT(trial.reach, 4 * trial.error);
}

TEST(Classes, TellLivingFactorsFromDeadOnes) {
    int wrong = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Sampled sample = sampled(kMany, 1000, seed, many_factors);
        const auto found = first_order_shares(sample.view());
        for (std::size_t f = 0; f < 4; ++f) EXPECT_TRUE(found[f].distinct) << seed << ' ' << f;
        for (std::size_t f = kLive; f < kMany; ++f) wrong += found[f].distinct ? 1 : 0;
    }
    EXPECT_LE(wrong, 2);  // of 430: in one sample in twenty a dead factor may pass for a living one
}

TEST(Classes, FindSharesOfALineAndOfSobolsG) {
    const Model line = [](std::span<const double> u) { return 3 * u[0] + 2 * u[1] - u[2]; };
    const Trial trial = try_out(3, 2000, 6, line, {9.0 / 14, 4.0 / 14, 1.0 / 14}, kClasses);
    EXPECT_LT(trial.error, 0.02);
    EXPECT_LT(try_out(5, 5000, 6, sobol_g, sobol_g_shares(false), kClasses).error, 0.012);
}

// A factor that picks one of three values is three classes, and nothing moves inside them.
TEST(Classes, AreTheValuesWhereThereAreFew) {
    Sampled sample =
        sampled(2, 3000, 4, [](std::span<const double> u) { return std::floor(3 * u[0]) + 2 * u[1]; });
    for (std::size_t i = 0; i < sample.quantiles.size(); i += 2)
        sample.quantiles[i] = (std::floor(3 * sample.quantiles[i]) + 0.5) / 3;
    const auto found = first_order_shares(sample.view());
    EXPECT_NEAR(found[0].share.value, 2.0 / 3, 0.02);
    EXPECT_NEAR(found[1].share.value, 1.0 / 3, 0.03);
}

TEST(Classes, SayNothingOfWhatDoesNotVary) {
    const Sampled sample = sampled(2, 500, 1, [](std::span<const double>) { return 4.25; });
    for (const auto& one : first_order_shares(sample.view())) {
        EXPECT_EQ(one.share.value, 0);
        EXPECT_FALSE(one.distinct);
    }
    EXPECT_EQ(fit_chaos(sample.view()).q2, 0);
    EXPECT_FALSE(may_be_believed(fit_chaos(sample.view()), 1.0));
}

TEST(Chaos, FindsSharesAmongFiftyFiveFactorsAndLuck) {
    EXPECT_LT(try_out(kMany, 1000, 4, many_factors, many_factors_shares(false), kChaosFirst).error, 0.006);
    EXPECT_LT(try_out(kMany, 1000, 4, many_factors, many_factors_shares(true), kChaosTotal).error, 0.008);
}

TEST(Chaos, FindsTheInteractionOfIshigami) {
    const Sampled sample = sampled(3, 2000, 9, ishigami);
    const Chaos chaos = fit_chaos(sample.view());
    EXPECT_GT(chaos.q2, 0.99);
    ASSERT_FALSE(chaos.pairs.empty());
    EXPECT_EQ(chaos.pairs[0].one, 0u);
    EXPECT_EQ(chaos.pairs[0].other, 2u);
    EXPECT_NEAR(chaos.pairs[0].share.value, 0.2437, 0.02);
    for (std::size_t f = 0; f < 3; ++f) EXPECT_NEAR(chaos.total[f].value, kIshigamiTotal[f], 0.025);
    EXPECT_TRUE(may_be_believed(chaos, 0));
}

TEST(Chaos, GivesBackWhatAPolynomialIs) {
    const Sampled sample = sampled(4, 400, 2, [](std::span<const double> u) {
        return 5 + 2 * std::sqrt(3.0) * (2 * u[1] - 1) + 3 * (2 * u[0] - 1) * (2 * u[3] - 1);
    });
    const Chaos chaos = fit_chaos(sample.view());
    ASSERT_EQ(chaos.terms.size(), 2u);
    EXPECT_NEAR(chaos.terms[0].coefficient, 2, 1e-9);
    EXPECT_NEAR(chaos.terms[1].coefficient, 1, 1e-9);
    EXPECT_TRUE(chaos.terms[1].of_two() && chaos.terms[1].has(0) && chaos.terms[1].has(3));
    EXPECT_NEAR(chaos.q2, 1, 1e-9);
    EXPECT_EQ(chaos.total[2].value, 0);
}

// With luck in it, a smooth model is believed and one that tips is not: what luck takes is known.
TEST(Chaos, DeclinesAModelThatTips) {
    const auto noise = [](std::span<const double> u) { return normal_quantile(u[6]); };
    const Model tips = [&](std::span<const double> u) {
        return (u[0] > 0.6 && u[1] > 0.5 ? 4 : 0) + (u[2] + u[3] > 1.2 && u[4] < 0.4 ? 4 : 0) + noise(u);
    };
    const Model smooth = [&](std::span<const double> u) { return 4 * u[0] + 3 * u[1] * u[2] + noise(u); };
    const auto luck_of = [](double quiet) { return 1 / (quiet + 1); };
    const double of_tips = 16 * (0.2 * 0.8 + 0.4 * 0.32 * (1 - 0.4 * 0.32));
    const double of_smooth = 16.0 / 12 + 9 * (1.0 / 9 - 1.0 / 16);
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        EXPECT_FALSE(may_be_believed(fit_chaos(sampled(6, 2000, seed, tips).view()), luck_of(of_tips)));
        EXPECT_TRUE(may_be_believed(fit_chaos(sampled(6, 2000, seed, smooth).view()), luck_of(of_smooth)));
    }
}

TEST(Chance, IsToldFromTheNumbers) {
    // y = x + c + ½ x c with x, c standard normal: chance alone 1, numbers alone 1, together ¼.
    std::vector<double> y, other_chance, other_numbers;
    const auto z = [](std::uint64_t r, std::uint64_t what) {
        return normal_quantile(open_unit(design_hash(3, r, what)));
    };
    const auto model = [](double x, double c) { return x + c + 0.5 * x * c; };
    for (std::uint64_t r = 0; r < 20'000; ++r) {
        y.push_back(model(z(r, 0), z(r, 1)));
        other_chance.push_back(model(z(r, 0), z(r, 2)));
        other_numbers.push_back(model(z(r, 3), z(r, 1)));
    }
    const ChanceShare found = chance_share(y, other_chance, other_numbers);
    EXPECT_NEAR(found.chance.value, 1.25 / 2.25, 0.02);
    EXPECT_NEAR(found.numbers.value, 1.25 / 2.25, 0.02);
    EXPECT_NEAR(found.together, 0.25 / 2.25, 0.03);
    EXPECT_LT(found.chance.low, 1.25 / 2.25);
    EXPECT_GT(found.chance.high, 1.25 / 2.25);
    EXPECT_EQ(total_share(y, y).value, 0);
}

TEST(Tornado, PutsTheWidestFirst) {
    const Sampled sample =
        sampled(3, 4000, 6, [](std::span<const double> u) { return u[0] - 10 * u[1] + 3 * u[2]; });
    const auto bars = tornado(sample.view());
    ASSERT_EQ(bars.size(), 3u);
    EXPECT_EQ(bars[0].factor, 1u);
    EXPECT_EQ(bars[1].factor, 2u);
    // The lowest fifth has the mean 0.1, the highest 0.9.
    EXPECT_NEAR(bars[0].swing(), -8, 0.2);
    EXPECT_GT(bars[0].low, bars[0].high);
    EXPECT_NEAR(bars[0].low_se, std::sqrt((10.0 / 12 + 0.04 * 100.0 / 12) / 800), 0.01);
}

}  // namespace
}  // namespace clout
