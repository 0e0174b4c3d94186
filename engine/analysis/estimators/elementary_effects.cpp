#include "engine/analysis/estimators/elementary_effects.hpp"

#include "engine/analysis/estimators/shapley_effects.hpp"

#include <cmath>

namespace clout {

std::vector<ElementaryEffects> elementary_effects(const Sample& paths) {
    const std::size_t each = paths.factors + 1;
    std::vector<std::vector<double>> effects(paths.factors);
    for (std::size_t first = 0; first + each <= paths.size(); first += each) {
        for (std::size_t from = first; from < first + paths.factors; ++from) {
            const auto factor = moved_factor(paths, from, from + 1);
            if (!factor) continue;
            const double step = paths.at(from + 1, *factor) - paths.at(from, *factor);
            effects[*factor].push_back((paths.values[from + 1] - paths.values[from]) / step);
        }
    }
    std::vector<ElementaryEffects> found;
    for (const std::vector<double>& of : effects) {
        std::vector<double> sizes;
        for (const double effect : of) sizes.push_back(std::abs(effect));
        const double n = static_cast<double>(of.size());
        found.push_back({mean_of(of), mean_of(sizes), of.empty() ? 0 : std::sqrt(variance_of(sizes) / n),
                         std::sqrt(variance_of(of)), of.size()});
    }
    return found;
}

}  // namespace clout
