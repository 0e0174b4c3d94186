#include "engine/analysis/estimators/sample.hpp"

#include "engine/base/ordered_sum.hpp"

#include <cmath>

namespace clout {

Estimate jackknife(const std::function<double(std::size_t)>& estimate) {
    return jackknife(1, [&](std::size_t left_out, std::span<double> out) { out[0] = estimate(left_out); })[0];
}

std::vector<Estimate> jackknife(std::size_t figures,
                                const std::function<void(std::size_t, std::span<double>)>& estimate) {
    std::vector<double> whole(figures), without(kGroups * figures);
    estimate(kGroups, whole);
    for (std::size_t g = 0; g < kGroups; ++g) estimate(g, std::span(without).subspan(g * figures, figures));
    std::vector<Estimate> found;
    for (std::size_t f = 0; f < figures; ++f) {
        const auto of = [&](std::size_t g) { return without[g * figures + f]; };
        const double mean = ordered_sum(kGroups, of) / kGroups;
        const double squares =
            ordered_sum(kGroups, [&](std::size_t g) { return (of(g) - mean) * (of(g) - mean); });
        const double reach = kStudent * std::sqrt(squares * (kGroups - 1) / kGroups);
        found.push_back({whole[f], whole[f] - reach, whole[f] + reach});
    }
    return found;
}

double mean_of(std::span<const double> values) {
    if (values.empty()) return 0;
    const double sum = ordered_sum(values.size(), [&](std::size_t r) { return values[r] - values.front(); });
    return values.front() + sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
    if (values.size() < 2) return 0;
    const double mean = mean_of(values);
    return ordered_sum(values.size(),
                       [&](std::size_t r) { return (values[r] - mean) * (values[r] - mean); }) /
           static_cast<double>(values.size() - 1);
}

}  // namespace clout
