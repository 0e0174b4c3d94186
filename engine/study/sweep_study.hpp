// A study of many points from its plan to its store, and on from where it was stopped.
#pragma once

#include "engine/study/executor.hpp"
#include "engine/study/store.hpp"
#include "engine/study/sweep_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace clout {

// Which points of all are this store's: part i of n has every n-th. Merged, they are the whole.
struct Shard {
    std::size_t part = 1, parts = 1;
    [[nodiscard]] bool has(std::size_t point) const { return point % parts == part - 1; }
};

// The points of the plan that belong to the shard.
[[nodiscard]] std::vector<std::size_t> points_of(const SweepPlan& plan, const Shard& shard);

struct SweepProgress {
    std::size_t played = 0, of = 0;  // points, of those that were to be played
    std::size_t failed = 0;
    double work = 0;  // [0..1] of all seconds that points take, those behind us
};

// Plays what is pending in the store, a few points from all over it first (work_left.hpp), and writes it
// there; returns when nothing is, or after `stop`, with all that was played committed.
void run_sweep(const SweepPlan& plan, Store& store, const Executor& executor,
               const std::function<void(const SweepProgress&)>& on_progress,
               const std::function<bool()>& stop);

}  // namespace clout
