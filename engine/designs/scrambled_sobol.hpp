// Sobol's sequence with the directions of Joe & Kuo (2008, SIAM J. Sci. Comput. 30, 2635–2654), scrambled as
// Owen (1995) has it: nested, each digit flipped by a draw that the digits before it address. Any run of
// 2^m points that starts at a multiple of 2^m stays evenly spread in every dimension, and points may be added
// for ever.
#pragma once

#include "engine/designs/addressed.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace clout {

class ScrambledSobol {
public:
    static constexpr std::size_t kMostDimensions = 512;
    static constexpr int kBits = 32;
    static constexpr std::uint64_t kMostPoints = std::uint64_t{1} << kBits;

    // `dimensions` of them, at most kMostDimensions.
    ScrambledSobol(std::size_t dimensions, std::uint64_t seed);

    // Coordinate of point i, strictly between 0 and 1.
    [[nodiscard]] double at(std::size_t i, std::size_t dimension) const;
    // The same before it is scrambled, as the 32 binary digits after the point.
    [[nodiscard]] std::uint32_t digits(std::size_t i, std::size_t dimension) const;

private:
    std::vector<std::array<std::uint32_t, kBits>> directions_;  // (dimensions)
    std::uint64_t seed_;
};

}  // namespace clout
