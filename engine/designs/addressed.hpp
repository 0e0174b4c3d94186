// The luck of designs: a hash of the seed and of what is decided, so that point i needs no other point.
#pragma once

#include "engine/base/mix.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace clout {

[[nodiscard]] constexpr std::uint64_t design_hash(std::uint64_t seed, std::uint64_t what, std::uint64_t of) {
    return mix(mix(mix(mix(seed) ^ 0x64657369676e7321u) ^ what) ^ mix(of));
}

// Evenly spread over the odd multiples of 2^-53 in (0, 1).
[[nodiscard]] constexpr double open_unit(std::uint64_t hash) {
    return (static_cast<double>(hash >> 12) + 0.5) * 0x1p-52;
}

// The numbers 0 … count − 1 in an order of their own (Fisher & Yates).
[[nodiscard]] inline std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t hash) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left) {
        hash = mix(hash);
        std::swap(order[left - 1], order[hash % left]);
    }
    return order;
}

// Where `place` goes when 0 … count − 1 are shuffled, without the others: a Feistel network over the next
// power of four, walked until it comes back into range (Black & Rogaway 2002).
[[nodiscard]] constexpr std::uint64_t permuted(std::uint64_t place, std::uint64_t count, std::uint64_t hash) {
    int half = 1;
    while (half < 32 && (std::uint64_t{1} << (2 * half)) < count) ++half;
    const std::uint64_t low = (std::uint64_t{1} << half) - 1;
    constexpr std::uint64_t kTurns = 6;
    do {
        std::uint64_t left = place >> half, right = place & low;
        for (std::uint64_t turn = 0; turn < kTurns; ++turn) {
            const std::uint64_t next = left ^ (mix(hash ^ mix(right * kTurns + turn)) & low);
            left = right;
            right = next;
        }
        place = left << half | right;
    } while (place >= count);
    return place;
}

}  // namespace clout
