#include "engine/analysis/estimators/conditional_means.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kPart = 0.2;

double error_of(std::span<const double> values) {
    return values.empty() ? 0 : std::sqrt(variance_of(values) / static_cast<double>(values.size()));
}

}  // namespace

std::vector<ConditionalMeans> tornado(const Sample& sample) {
    std::vector<ConditionalMeans> bars;
    for (std::size_t factor = 0; factor < sample.factors; ++factor) {
        std::vector<double> low, high;
        for (std::size_t r = 0; r < sample.size(); ++r) {
            if (sample.at(r, factor) < kPart) low.push_back(sample.values[r]);
            if (sample.at(r, factor) > 1 - kPart) high.push_back(sample.values[r]);
        }
        const double middle = mean_of(sample.values);
        bars.push_back({factor, low.empty() ? middle : mean_of(low), high.empty() ? middle : mean_of(high),
                        error_of(low), error_of(high)});
    }
    std::stable_sort(bars.begin(), bars.end(), [](const ConditionalMeans& a, const ConditionalMeans& b) {
        return std::abs(a.swing()) > std::abs(b.swing());
    });
    return bars;
}

}  // namespace clout
