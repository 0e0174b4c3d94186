// Percentiles of what has been sorted, or sorted as far as they ask for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
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

// Puts into their places what percentile() reads for these parts, given from low to high; the others come to
// stand on their side of them.
inline void sort_for(std::span<double> values, std::initializer_list<double> parts) {
    if (values.empty()) return;
    std::size_t placed = 0;  // the first so many are where they belong, as far as anybody asks
    for (const double part : parts) {
        const auto below = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1));
        for (const std::size_t at : {below, std::min(below + 1, values.size() - 1)}) {
            if (at < placed) continue;
            const auto from = [&](std::size_t row) {
                return values.begin() + static_cast<std::ptrdiff_t>(row);
            };
            std::nth_element(from(placed), from(at), values.end());
            placed = at + 1;
        }
    }
}

}  // namespace clout
