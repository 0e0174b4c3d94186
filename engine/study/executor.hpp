// Who plays the points of a study. An executor hands over what they gave, one point at a time and from one
// thread, in any order: the writer puts them where they belong, so that a store holds the same whoever
// played.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/study/played_point.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace clout {

struct PointWork {
    const SweepPlan& plan;
    std::function<void(PlayedPoint)> hand_over;
    std::function<bool()> stop;  // true = finish the points in hand
};

using Executor = std::function<void(std::span<const std::size_t> points, const PointWork& work)>;

// This machine: whole points at once where there are many, threads inside a point where there are few.
[[nodiscard]] Executor executor_here(Workers workers);

}  // namespace clout
