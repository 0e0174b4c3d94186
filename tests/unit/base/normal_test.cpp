#include "engine/base/normal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/mix.hpp"

namespace clout {
namespace {

// A word tells numbers 2^-32 apart; what is made of it must be truer than that.
TEST(Normal, RadiusAndDirectionAreTruerThanTheirWordsAreFine) {
    constexpr long double kQuarter = 1.57079632679489661923132169163975144L;
    double radius_error = 0.0, direction_error = 0.0;
    for (std::uint64_t i = 0; i < 300'000; ++i) {
        const std::uint64_t word = i < 1000 ? i : i < 2000 ? 0xffffffffu - (i - 1000) : mix(i) & 0xffffffffu;
        const long double truth = -2.0L * std::log((static_cast<long double>(word) + 0.5L) * 0x1p-32L);
        Bits<1> word_bits;
        word_bits.vector[0] = word;
        const double found = squared_radius(word_bits)[0];
        ASSERT_GT(found, 0.0) << word;
        radius_error = std::max(radius_error, std::abs(static_cast<double>(found / truth - 1.0L)));
        const long double angle = kQuarter * (static_cast<long double>(word & 0x3ffffffeu) + 1.0L) * 0x1p-30L;
        const Direction<1> point = direction(word_bits);
        const long double across = (word >> 31 & 1u) != 0 ? -std::cos(angle) : std::cos(angle);
        const long double up = (word >> 30 & 1u) != 0 ? -std::sin(angle) : std::sin(angle);
        direction_error = std::max({direction_error, std::abs(static_cast<double>(point.across[0] - across)),
                                    std::abs(static_cast<double>(point.up[0] - up))});
    }
    EXPECT_LT(radius_error, 0x1p-37);
    EXPECT_LT(direction_error, 0x1p-34);
}

}  // namespace
}  // namespace clout
