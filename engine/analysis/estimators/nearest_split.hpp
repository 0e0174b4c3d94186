// Which split makes a figure of many parts what it should be, or comes nearest to it.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace clout {

// How far a split (parts of at least 0 that sum to 1) misses, part by part; always as many parts. The
// distance is the root of the sum of their squares.
using Misses = std::function<std::vector<double>(std::span<const double> split)>;

struct NearestSplit {
    std::vector<double> split;
    double distance = 0;
};

inline constexpr double kMet = 1e-9;  // a distance no larger is none

// From each of `starts` (splits; the first of equals wins) by damped least squares on the simplex (Levenberg
// 1944, Marquardt 1963), and, where that does not meet it, by moving parts from one to another in ever
// smaller steps (Hooke and Jeeves 1961), which needs no derivatives. A local search: that nothing nearer was
// found is no proof.
[[nodiscard]] NearestSplit nearest_split(const Misses& misses, std::span<const std::vector<double>> starts);

}  // namespace clout
