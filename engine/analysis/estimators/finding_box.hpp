// In which part of the space does a finding hold: one box, found by peeling (Friedman & Fisher 1999: PRIM).
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <span>
#include <vector>

namespace clout {

struct BoxSide {
    std::size_t factor = 0;
    double low = 0, high = 1;  // quantiles; 0 or 1 = not bounded there
};

struct FindingBox {
    std::vector<BoxSide> sides;  // those that bound it, the most telling first; none: the whole space
    double coverage = 0;         // [share] of the points where the finding holds, how many lie inside
    double density = 0;          // [share] of the points inside, in how many it holds
    double mass = 0;             // [share] of all points that lie inside
    double holds = 0;            // [share] of all points in which it holds
};

// `holds` (points), by the quantiles of `sample`; its values are not read. Of all boxes on the way the one
// with the largest harmonic mean of coverage and density, less the sides that tell nothing.
[[nodiscard]] FindingBox find_box(const Sample& sample, const std::vector<bool>& holds);

}  // namespace clout
