// Screening by paths on which one factor moves at a time (Morris 1991; Campolongo, Cariboni, Saltelli 2007).
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <vector>

namespace clout {

// Of one factor: what the value changes by when the factor moves over its whole range, were it to go on as in
// the step that was made.
struct ElementaryEffects {
    double mean = 0;          // [the value's unit] with its sign
    double mean_size = 0;     // μ*: without
    double mean_size_se = 0;  // standard error of μ*
    double spread = 0;        // σ: large beside μ* where the effect is bent or hangs on other factors
    std::size_t steps = 0;
};

// Of a sample in paths: one a factor.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const Sample& paths);

}  // namespace clout
