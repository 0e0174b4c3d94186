#include "engine/base/sine_cosine.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/base/accuracy.hpp"

namespace clout {
namespace {

TEST(Turn, SineAndCosineStayWithinTwoUlpsOrTheirZeros) {
    const long double turn = 2.0L * 3.14159265358979323846264338327950288L;
    const auto error = [&](double u) {
        const SinCos<1> found = sin_cos_2pi(Pack<1>(u));
        const long double s = std::sin(turn * u);
        const long double c = std::cos(turn * u);
        return std::max(ulps(found.sin[0], s), ulps(found.cos[0], c));
    };
    EXPECT_LT(worst(-0.1, 0.1, error), 1.6);
    const auto absolute = [&](double u) {
        const SinCos<1> found = sin_cos_2pi(Pack<1>(u));
        return 0x1p53 * static_cast<double>(std::max(std::abs(found.sin[0] - std::sin(turn * u)),
                                                     std::abs(found.cos[0] - std::cos(turn * u))));
    };
    EXPECT_LT(worst(0.0, 1.0, absolute), 1.6);
    EXPECT_LT(worst(-3.0, 3.0, absolute), 6.0) << "the oracle's own argument is rounded here";
}

TEST(Turn, QuarterTurnsAreExact) {
    const double expected[][2] = {{0.0, 1.0}, {1.0, 0.0}, {0.0, -1.0}, {-1.0, 0.0}};
    for (int q = -8; q <= 8; ++q) {
        const SinCos<1> found = sin_cos_2pi(Pack<1>(0.25 * q));
        EXPECT_EQ(found.sin[0], expected[q & 3][0]) << q;
        EXPECT_EQ(found.cos[0], expected[q & 3][1]) << q;
    }
}

// What a lane gets must not depend on its company.
TEST(Turn, EveryWidthGivesTheSameBits) {
    for (std::uint64_t i = 0; i < 2'000; ++i) {
        Pack<16> u;
        for (std::size_t lane = 0; lane < 16; ++lane) u.set(lane, spread(i * 16 + lane, -9.0, 9.0));
        const SinCos<16> many = sin_cos_2pi(u);
        for (std::size_t lane = 0; lane < 16; ++lane) {
            const SinCos<1> alone = sin_cos_2pi(Pack<1>(u[lane]));
            ASSERT_EQ(many.sin[lane], alone.sin[0]) << u[lane];
            ASSERT_EQ(many.cos[lane], alone.cos[0]) << u[lane];
        }
    }
}

}  // namespace
}  // namespace clout
