// The map of seats and layers: who speaks through whom, and how much voice flows along each way.
#pragma once

#include "engine/report/page/chart.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct MapNode {
    std::string label;      // "PCN ×10"
    std::size_t level = 0;  // 0 = organisations; a body stands above all of its members; boards at the top
    bool board = false, focus = false;  // focus: of the sector that the report is about
};

struct MapEdge {
    std::size_t from = 0, to = 0;  // rows of nodes; from a member to the body it belongs to
    double flow = 0;               // [0..1] its part of all the voice at that board
    bool focus = false;
};

struct SeatMap {
    std::string arm;  // label
    std::vector<MapNode> nodes;
    std::vector<MapEdge> edges;
};

// Maps of one arm, or of two beside each other (above each other on a narrow screen).
[[nodiscard]] Chart seat_map(const std::string& name, const std::string& title,
                             const std::vector<SeatMap>& arms);

// Where nodes of one level stand from left to right: sorted by the mean place of those they are joined to on
// the levels below and above, in a fixed number of sweeps, ties by row: the same input gives the same
// picture.
[[nodiscard]] std::vector<std::vector<std::size_t>> ordered_levels(const SeatMap& map);

}  // namespace clout
