// What other programs read of studies of many points.
#pragma once

#include "engine/study/sweep_reading.hpp"

#include <string>

namespace clout {

// {"store", "points": {"pending", "done", "failed"}, "seconds", "content", "arms", "numbers", "design", …,
//  "failures": [{"point", "attempts", "error"}]}
[[nodiscard]] std::string state_json(const StoredStudy& study, const StoreState& state);

// {"figure", "arm", "unit", "points", "mean", "sd", "design", "numbers": [{"number", and what the design
// gives:
//  "share", "distinct", "total" | "total" | "effect" | "mean_size", "mean", "spread"}], "q2", "believed"}
[[nodiscard]] std::string sensitivity_json(const StoredStudy& study, const SweepSample& sample,
                                           const Sensitivity& found);

// {"until", "arm", "holds", "coverage", "density", "mass", "sides": [{"number", "low", "high"}]}
[[nodiscard]] std::string robust_json(const SweepSample& sample, const Condition& condition,
                                      const Robustness& found);

}  // namespace clout
