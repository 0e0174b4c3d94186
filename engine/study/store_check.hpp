// A store held against its study played again.
#pragma once

#include "engine/study/checked_table.hpp"
#include "engine/study/executor.hpp"
#include "engine/study/store.hpp"
#include "engine/study/sweep_study.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace clout {

// At most so many points that are done, evenly spread; 0 = all of them. Ascending.
[[nodiscard]] std::vector<std::size_t> points_to_check(const Store& store, std::size_t most);

struct StoreCheck {
    std::vector<CheckedTable> tables;  // summaries, differences, and what else was kept
    std::size_t points = 0;            // that were played again; fewer than asked where it was stopped
};
// Every figure of those points, to the bit.
[[nodiscard]] StoreCheck check_store(const Store& store, const SweepPlan& plan,
                                     const std::vector<std::size_t>& points, const Executor& executor,
                                     const std::function<void(const SweepProgress&)>& on_progress,
                                     const std::function<bool()>& stop);

}  // namespace clout
