// A tornado: what the mean is where a factor is low, and where it is high.
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <vector>

namespace clout {

struct ConditionalMeans {
    std::size_t factor = 0;
    double low = 0, high = 0;  // [the value's unit] mean where the factor is in its lowest, highest fifth
    double low_se = 0, high_se = 0;  // [the same] their standard errors
    [[nodiscard]] double swing() const { return high - low; }
};

// The widest swing first.
[[nodiscard]] std::vector<ConditionalMeans> tornado(const Sample& sample);

}  // namespace clout
