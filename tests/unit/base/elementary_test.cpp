#include "engine/base/elementary.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "tests/unit/base/accuracy.hpp"

namespace clout {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

TEST(Elementary, ExpStaysWithinAnUlp) {
    const auto error = [](double x) { return ulps(exp1(x), std::exp(static_cast<long double>(x))); };
    for (const double range : {0.3, 1.0, 20.0, 708.0}) {
        const double found = worst(-range, range, error);
        RecordProperty("ulp_" + std::to_string(range), std::to_string(found));
        EXPECT_LT(found, 1.1) << "within " << range;
    }
}

TEST(Elementary, LogStaysWithinAnUlp) {
    const auto error = [](double x) { return ulps(log1(x), std::log(static_cast<long double>(x))); };
    EXPECT_LT(worst(0.0, 1.0, error), 0.9);
    EXPECT_LT(worst(0.9, 1.1, error), 0.9);
    EXPECT_LT(worst(0.999999, 1.000001, error), 0.9);
    EXPECT_LT(worst(0.0, 1e6, error), 0.9);
    const auto any_exponent = [&](double e) { return error(std::exp2(e)); };
    EXPECT_LT(worst(-1073.0, 1023.0, any_exponent), 0.9);
}

TEST(Elementary, ExpMeetsItsLimits) {
    EXPECT_EQ(exp1(0.0), 1.0);
    EXPECT_EQ(exp1(-0.0), 1.0);
    EXPECT_EQ(exp1(-kInfinity), 0.0);
    EXPECT_EQ(exp1(-1e300), 0.0);
    EXPECT_EQ(exp1(-746.0), 0.0);
    EXPECT_EQ(exp1(-708.5), 0.0);
    EXPECT_GT(exp1(-708.38), 2.2e-308);
    EXPECT_EQ(exp1(kInfinity), kInfinity);
    EXPECT_EQ(exp1(710.0), kInfinity);
    EXPECT_LT(ulps(exp1(709.782712893384), std::exp(static_cast<long double>(709.782712893384))), 1.0);
    EXPECT_TRUE(std::isnan(exp1(kNotANumber)));
}

TEST(Elementary, LogMeetsItsLimits) {
    EXPECT_EQ(log1(1.0), 0.0);
    EXPECT_EQ(log1(0.0), -kInfinity);
    EXPECT_EQ(log1(-0.0), -kInfinity);
    EXPECT_EQ(log1(kInfinity), kInfinity);
    EXPECT_TRUE(std::isnan(log1(-1.0)));
    EXPECT_TRUE(std::isnan(log1(-kInfinity)));
    EXPECT_TRUE(std::isnan(log1(kNotANumber)));
    EXPECT_LT(ulps(log1(5e-324), std::log(static_cast<long double>(5e-324))), 0.9);
    EXPECT_LT(ulps(log1(std::numeric_limits<double>::max()), std::log(static_cast<long double>(DBL_MAX))),
              0.9);
}

TEST(Elementary, PowersOfTheModelAreExactWhereItSaysSo) {
    for (const double x : {0.0, 1e-300, 0.1, 1.0, 7.0, 1e300}) {
        EXPECT_EQ(power1(x, 0.0), 1.0) << x;
        EXPECT_EQ(power1(x, 1.0), x);
    }
    EXPECT_EQ(power1(0.0, 0.5), 0.0);
    EXPECT_EQ(power1(0.0, 1e-9), 0.0);
    EXPECT_EQ(power1(1.0, 123.456), 1.0);
    const auto error = [](double y) {
        const long double truth = std::pow(0.3L, static_cast<long double>(y));
        return static_cast<double>(std::abs(power1(0.3, y) - truth) / truth);
    };
    EXPECT_LT(worst(-5.0, 5.0, error), 3e-15);
}

// What a lane gets must not depend on its company.
template <int L>
void same_bits_as_alone() {
    for (std::uint64_t i = 0; i < 2'000; ++i) {
        Pack<L> x;
        for (std::size_t lane = 0; lane < L; ++lane) {
            x.set(lane, spread(i * 32 + lane, -720.0, 720.0));
        }
        const Pack<L> e = exp(x);
        const Pack<L> l = log(x);
        const Pack<L> p = power(abs(x), x * 0.01);
        for (std::size_t lane = 0; lane < L; ++lane) {
            const double alone = x[lane];
            const auto same = [](double a, double b) {
                return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
                       (std::isnan(a) && std::isnan(b));
            };
            ASSERT_TRUE(same(e[lane], exp1(alone))) << alone;
            ASSERT_TRUE(same(l[lane], log1(alone))) << alone;
            ASSERT_TRUE(same(p[lane], power1(std::abs(alone), alone * 0.01))) << alone;
        }
    }
}

TEST(Elementary, EveryWidthGivesTheSameBits) {
    same_bits_as_alone<2>();
    same_bits_as_alone<4>();
    same_bits_as_alone<8>();
    same_bits_as_alone<16>();
    same_bits_as_alone<32>();
}

// Side by side or one by one, whatever the exponents: 0 and 1 in some lanes, in all, or in none.
template <int L>
void powers_are_those_of_each() {
    for (const double first : {0.0, 0.37, 1.0}) {
        for (const double others : {0.0, 0.37, 1.0}) {
            Pack<L> y(others);
            y.set(0, first);
            for (std::size_t n = 0; n < 8; ++n) {
                std::vector<Pack<L>> x(n, Pack<L>(0.0));  // 0 stays in one lane
                for (std::size_t i = 0; i < n * L; ++i) x[i / L].set(i % L, spread(i, 0.0, 3.0) * (i != 1));
                const std::vector<Pack<L>> before = x;
                powers(x.data(), n, y);
                for (std::size_t i = 0; i < n * L; ++i)
                    ASSERT_EQ(x[i / L][i % L], power1(before[i / L][i % L], y[i % L])) << n << ' ' << i;
            }
        }
    }
}

TEST(Elementary, PowersOfManyAreThoseOfEach) {
    powers_are_those_of_each<1>();
    powers_are_those_of_each<8>();
    powers_are_those_of_each<16>();
    powers_are_those_of_each<32>();
}

// Read off an AVX-512 build; every target and compiler must come to the same.
TEST(Elementary, EveryTargetGivesTheSameBits) {
    std::uint64_t all = 0;
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        const double x = spread(i, -30.0, 30.0);
        for (const double y : {exp1(x), log1(std::abs(x))}) {
            all = mix(all ^ std::bit_cast<std::uint64_t>(y));
        }
    }
    EXPECT_EQ(all, 2369599499278447006u);
}

}  // namespace
}  // namespace clout
