// Percentiles of what has been sorted.
#pragma once

#include <cstddef>
#include <limits>
#include <span>

namespace clout {

// The value below which a part (0 to 1) of sorted values lies: linear between them (Hyndman & Fan 1996, type
// 7). NaN of none.
[[nodiscard]] inline double percentile(std::span<const double> sorted, double part) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double at = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = below + 1 < sorted.size() ? below + 1 : below;
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace clout
