// How unevenly something is held.
#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace clout {

struct Concentration {
    double herfindahl = 0;  // [0..1] Σ of squared shares: 1 = one holds all (Herfindahl 1950; Hirschman 1945)
    double gini = 0;        // [0..1] 0 = all hold the same (Gini 1912)
};

// Of amounts that are not negative; both 0 where nothing is held.
[[nodiscard]] inline Concentration concentration_of(std::span<const double> amounts) {
    std::vector<double> sorted(amounts.begin(), amounts.end());
    std::sort(sorted.begin(), sorted.end());
    const double total = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    if (!(total > 0)) return {};
    Concentration found;
    double ranked = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        found.herfindahl += sorted[i] / total * (sorted[i] / total);
        ranked += static_cast<double>(i + 1) * sorted[i];
    }
    const auto n = static_cast<double>(sorted.size());
    found.gini = std::max(0.0, 2 * ranked / (n * total) - (n + 1) / n);
    return found;
}

}  // namespace clout
