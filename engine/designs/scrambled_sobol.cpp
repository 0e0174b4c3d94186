#include "engine/designs/scrambled_sobol.hpp"

#include "engine/base/assert.hpp"
#include "engine/designs/joe_kuo.hpp"

#include <bit>

namespace clout {
namespace {

using Directions = std::array<std::uint32_t, ScrambledSobol::kBits>;

// The first dimension is van der Corput's: one digit after the other.
Directions first_directions() {
    Directions v;
    for (int bit = 0; bit < ScrambledSobol::kBits; ++bit) v[static_cast<std::size_t>(bit)] = 1u << (31 - bit);
    return v;
}

// v_k = m_k 2^(32 − k): the first from the table, the others by the recurrence of the primitive polynomial
// (Bratley & Fox 1988).
Directions directions_of(std::uint32_t polynomial, const std::uint16_t* start) {
    const int degree = std::bit_width(polynomial) - 1;
    Directions v;
    for (int k = 0; k < ScrambledSobol::kBits; ++k) {
        const auto at = static_cast<std::size_t>(k);
        if (k < degree) {
            v[at] = static_cast<std::uint32_t>(start[k]) << (31 - k);
            continue;
        }
        const std::uint32_t oldest = v[at - static_cast<std::size_t>(degree)];
        v[at] = oldest ^ (oldest >> degree);
        for (int back = 1; back < degree; ++back)
            if ((polynomial >> (degree - back) & 1u) != 0) v[at] ^= v[at - static_cast<std::size_t>(back)];
    }
    return v;
}

}  // namespace

ScrambledSobol::ScrambledSobol(std::size_t dimensions, std::uint64_t seed) : seed_(seed) {
    CLOUT_ASSERT(dimensions <= kMostDimensions, "the table of directions ends");
    const std::uint16_t* start = kJoeKuoStarts;
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        if (dimension == 0) {
            directions_.push_back(first_directions());
            continue;
        }
        const std::uint32_t polynomial = kJoeKuoPolynomials[dimension - 1];
        directions_.push_back(directions_of(polynomial, start));
        start += std::bit_width(polynomial) - 1;
    }
}

std::uint32_t ScrambledSobol::digits(std::size_t i, std::size_t dimension) const {
    std::uint32_t x = 0;
    for (std::size_t bit = 0; i != 0; ++bit, i >>= 1)
        if ((i & 1) != 0) x ^= directions_[dimension][bit];
    return x;
}

double ScrambledSobol::at(std::size_t i, std::size_t dimension) const {
    const std::uint64_t key = design_hash(seed_, name_hash("owen"), dimension);
    const std::uint32_t x = digits(i, dimension);
    std::uint32_t flips = 0;
    for (int bit = 0; bit < kBits; ++bit) {
        // The digits before this one, behind a 1 that tells how many they are.
        const std::uint64_t before = (std::uint64_t{1} << bit) | (bit == 0 ? 0u : x >> (kBits - bit));
        flips |= static_cast<std::uint32_t>(mix(key ^ before) & 1u) << (31 - bit);
    }
    return (static_cast<double>(x ^ flips) + 0.5) * 0x1p-32;
}

}  // namespace clout
