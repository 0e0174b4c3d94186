// How an ensemble is divided: into blocks of how many lanes, so many at once, and so many threads inside
// each. None of it changes a bit of the result.
#pragma once

#include "engine/run/ensemble.hpp"

namespace clout {

struct BlockPlan {
    std::size_t lanes = 16;   // [replicates] a block
    std::size_t blocks = 0;   // of each arm
    std::size_t at_once = 1;  // blocks in hand
    std::size_t threads = 1;  // inside each of them
};

// Blocks first, which share nothing; threads inside a block where blocks are too few to keep all threads busy
// and systems large enough to be worth sharing. Fewer at once, then fewer lanes, where they would not fit
// into options.memory.
[[nodiscard]] BlockPlan plan_blocks(std::span<const System* const> systems, const EnsembleOptions& options);

// [bytes] that the state of one replicate takes, about.
[[nodiscard]] std::size_t bytes_a_lane(const System& system);

}  // namespace clout
