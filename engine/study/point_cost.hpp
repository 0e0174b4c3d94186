// What a study will cost, measured on a few of its points.
#pragma once

#include "engine/study/sweep_plan.hpp"

#include <cstddef>

namespace clout {

struct PointCost {
    std::size_t measured = 0;  // points that were played
    double seconds = 0;        // of one thread, a point
};

// Points from all over the design, one after the other, until there are `most` of them or `seconds` are over;
// at least one.
[[nodiscard]] PointCost measure_points(const SweepPlan& plan, std::size_t most, double seconds);

}  // namespace clout
