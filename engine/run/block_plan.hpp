// How an ensemble is divided: into blocks of how many lanes, so many at once, and so many threads inside
// each. None of it changes a bit of the result.
#pragma once

#include "engine/run/ensemble.hpp"

#include <array>

namespace clout {

// The numbers of replicates that a block may have. A page carries the code of one of them.
#if defined(CLOUT_EIGHT_LANES)
inline constexpr std::array<std::size_t, 1> kBlockLanes{8};
#else
inline constexpr std::array<std::size_t, 3> kBlockLanes{16, 8, 1};
#endif

struct BlockPlan {
    std::size_t lanes = 16;   // [replicates] a block
    std::size_t blocks = 0;   // of each arm
    std::size_t at_once = 1;  // blocks in hand
    std::size_t threads = 1;  // inside each of them
    // [books] How many of what organisations draw each block in hand keeps for other arms and runs
    // (luck_book.hpp).
    std::size_t books = 0;
};

// Blocks first, which share nothing; threads inside a block where blocks are too few to keep all threads busy
// and systems large enough to be worth sharing. Fewer at once, then fewer lanes, where they would not fit
// into options.memory.
[[nodiscard]] BlockPlan plan_blocks(std::span<const System* const> systems, const EnsembleOptions& options);

// [bytes] that the state of one replicate takes, about.
[[nodiscard]] std::size_t bytes_a_lane(const System& system);

}  // namespace clout
