// How far from the truth our functions are: what tests of base share.
#pragma once

#include "engine/base/mix.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <functional>

namespace clout {

static_assert(LDBL_MANT_DIG >= 64, "the oracle must be finer than a double");

// How far `found` is from the truth, in units of the truth's last place.
inline double ulps(double found, long double truth) {
    int exponent = 0;
    std::frexp(static_cast<double>(truth), &exponent);
    const long double unit = std::ldexp(1.0L, std::max(exponent, -1021) - 53);
    return static_cast<double>(std::abs(found - truth) / unit);
}

// The i-th of a fixed sequence of numbers spread over (low, high).
inline double spread(std::uint64_t i, double low, double high) {
    return low + (high - low) * (static_cast<double>(mix(i) >> 11) + 0.5) * 0x1p-53;
}

inline double worst(double low, double high, const std::function<double(double)>& error) {
    double largest = 0.0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        largest = std::max(largest, error(spread(i, low, high)));
    }
    return largest;
}

}  // namespace clout
