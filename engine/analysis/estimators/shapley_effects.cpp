#include "engine/analysis/estimators/shapley_effects.hpp"

namespace clout {

std::optional<std::size_t> moved_factor(const Sample& sample, std::size_t from, std::size_t to) {
    std::optional<std::size_t> found;
    for (std::size_t factor = 0; factor < sample.factors; ++factor) {
        if (sample.at(from, factor) == sample.at(to, factor)) continue;
        if (found) return std::nullopt;
        found = factor;
    }
    return found;
}

std::vector<Estimate> shapley_effects(const Sample& walks) {
    const std::size_t d = walks.factors, each = d + 1, count = walks.size() / each;
    std::vector<double> effects(kGroups * d), whole(kGroups);  // sums over the walks of a group
    for (std::size_t walk = 0; walk < count; ++walk) {
        const std::size_t first = walk * each, group = walk % kGroups;
        const double across = walks.values[first] - walks.values[first + d];
        whole[group] += 0.5 * across * across;
        for (std::size_t k = 0; k < d; ++k) {
            const auto factor = moved_factor(walks, first + k, first + k + 1);
            if (!factor) continue;
            effects[group * d + *factor] +=
                0.5 * across * (walks.values[first + k] - walks.values[first + k + 1]);
        }
    }
    return jackknife(d, [&](std::size_t left_out, std::span<double> out) {
        double variance = 0;
        for (std::size_t g = 0; g < kGroups; ++g) {
            if (g == left_out) continue;
            variance += whole[g];
            for (std::size_t f = 0; f < d; ++f) out[f] += effects[g * d + f];
        }
        for (double& effect : out) effect = variance > 0 ? effect / variance : 0;
    });
}

}  // namespace clout
