// Studies of many points in words: before they start, how far they are, and what they say.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/store.hpp"
#include "engine/study/sweep_plan.hpp"
#include "engine/study/sweep_reading.hpp"

#include <string>
#include <vector>

namespace clout {

// What will be played, and how large its store becomes.
[[nodiscard]] std::string plan_text(const SweepPlan& plan, std::size_t points, const Style& style);

[[nodiscard]] std::string state_text(const StoredStudy& study, const StoreState& state, const Style& style);

[[nodiscard]] std::string sensitivity_text(const StoredStudy& study, const SweepSample& sample,
                                           const Sensitivity& found, const Style& style);

// A figure of the sample in its own unit, with its sign where it is a difference.
[[nodiscard]] std::string mean_words(const SweepSample& sample, double value, int decimals);
// "a is at least 0.3 and b is between 1 and 2".
[[nodiscard]] std::string box_words(const std::vector<RobustSide>& sides);

[[nodiscard]] std::string robust_text(const SweepSample& sample, const Condition& condition,
                                      const Robustness& found, const Style& style);

}  // namespace clout
