// All replicates of one or more arms, in parallel blocks, with the same luck in every arm.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/run/outcome.hpp"

#include <functional>
#include <span>
#include <vector>

namespace clout {

struct System;

struct Progress {
    std::size_t done, total;  // [blocks of replicates] over all arms
};

struct EnsembleOptions {
    std::size_t replicates = 200;
    std::size_t first_replicate = 0;
    Workers workers;
    std::size_t lanes = 0;   // [replicates] a block: 1, 8 or 16; 0 = what suits (block_plan.hpp). Same bits
    std::size_t memory = 0;  // [bytes] that replicates in hand may take together; 0 = any amount
    std::function<void(Progress)> on_progress;  // called from any thread, never concurrently
    // True = finish the blocks in hand, for a second at most, and return what is complete.
    std::function<bool()> stop;
};

// One outcome per system, all with the same replicates. If stopped early, every outcome holds the replicates
// that are complete in *all* arms, counted from the first without a gap (possibly none).
[[nodiscard]] std::vector<Outcome> run_ensemble(std::span<const System* const> systems,
                                                const EnsembleOptions& options);
// Where each of them stands, for an ensemble of them.
[[nodiscard]] std::vector<const System*> addresses(std::span<const System> systems);

}  // namespace clout
