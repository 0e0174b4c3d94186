#include "engine/report/page/scale.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace clout {

double mark_step(double span, int count) {
    if (!(span > 0) || !std::isfinite(span)) return 0;
    const double rough = span / std::max(count, 1), power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= rough * (1 - 1e-9)) return step * power;
    }
    return 10 * power;
}

std::vector<double> marks(double low, double high, int count) {
    const double step = mark_step(high - low, count);
    if (step == 0) return {low};
    std::vector<double> all;
    for (double n = std::ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; ++n)
        all.push_back(n == 0 ? 0 : n * step);  // never -0
    return all;
}

int decimals_of_step(double step) {
    return step > 0 ? std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9))) : 0;
}

std::vector<double> spread_labels(const std::vector<double>& wanted, double room, double low, double high) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    // Down the axis each keeps its distance, then back up from the far end.
    std::vector<double> placed(wanted.size());
    double free_from = low;
    for (const std::size_t row : order) {
        placed[row] = std::max(wanted[row], free_from);
        free_from = placed[row] + room;
    }
    double free_to = high;
    for (auto row = order.rbegin(); row != order.rend(); ++row) {
        placed[*row] = std::min(placed[*row], free_to);
        free_to = placed[*row] - room;
    }
    return placed;
}

}  // namespace clout
