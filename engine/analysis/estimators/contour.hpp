// The line in the plane of two numbers along which a mean is at a level: marching squares (Lorensen & Cline
// 1987, in two dimensions) over cells that are divided again where the line runs through them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace clout {

struct PlanePoint {
    double x = 0, y = 0;  // [0..1] of the two ranges
};

struct ContourQuestion {
    double level = 0;
    std::size_t cells = 4;      // a side, at first
    std::size_t divisions = 2;  // how often a cell is quartered along the line
};

struct Contour {
    struct Piece {
        PlanePoint from, to;
    };
    struct Node {
        PlanePoint at;
        double mean = 0;
    };
    std::vector<Piece> line;   // straight pieces, cell by cell
    std::vector<Node> played;  // every point, as it was asked for
    double above = 0;          // [share] of the plane in which the mean is at least the level
    bool stopped = false;
};

// `play` answers for all of the points at once, in their order; an empty answer stops.
[[nodiscard]] Contour find_contour(
    const ContourQuestion& question,
    const std::function<std::vector<double>(std::span<const PlanePoint>)>& play);

}  // namespace clout
