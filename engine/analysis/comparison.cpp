#include "engine/analysis/comparison.hpp"

#include "engine/base/ordered_sum.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace clout {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Around the first value, so that equal values have exactly that mean.
double mean_of(std::span<const double> values) {
    const double sum = ordered_sum(values.size(), [&](std::size_t r) { return values[r] - values.front(); });
    return values.front() + sum / static_cast<double>(values.size());
}

// Type 7: position (n − 1) u between the order statistics.
double percentile(std::span<const double> sorted, double u) {
    const double at = u * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double standard_error(std::span<const double> values, double mean) {
    if (values.size() < 2) {
        return kNaN;
    }
    const double squares =
        ordered_sum(values.size(), [&](std::size_t r) { return (values[r] - mean) * (values[r] - mean); });
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / (n - 1) / n);
}

std::vector<double> subtract(std::span<const double> arm, std::span<const double> baseline) {
    std::vector<double> differences(arm.size());
    for (std::size_t r = 0; r < arm.size(); ++r) {
        differences[r] = arm[r] - baseline[r];
    }
    return differences;
}

MeasureComparison compare_measure(const Outcome& outcome, std::size_t quantity, const Outcome* baseline) {
    MeasureComparison result;
    result.quantity = outcome.quantities[quantity];
    const auto theirs = baseline ? find_quantity(*baseline, result.quantity.name) : std::nullopt;
    for (std::size_t year = 0; year < outcome.years; ++year) {
        const auto values = outcome.of(quantity, year);
        result.by_year.push_back(summarise(values));
        if (theirs) {
            result.differences.push_back(
                summarise_differences(subtract(values, baseline->of(*theirs, year))));
        }
    }
    return result;
}

}  // namespace

const MeasureComparison* ArmComparison::find(std::string_view measure) const {
    for (const auto& candidate : measures) {
        if (candidate.quantity.name == measure) {
            return &candidate;
        }
    }
    return nullptr;
}

std::optional<std::size_t> find_quantity(const Outcome& outcome, std::string_view measure) {
    for (std::size_t row = 0; row < outcome.quantities.size(); ++row) {
        if (outcome.quantities[row].name == measure) {
            return row;
        }
    }
    return std::nullopt;
}

Summary summarise(std::span<const double> values) {
    if (values.empty() || std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); })) {
        return {kNaN, kNaN, kNaN, kNaN};
    }
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return {mean_of(values), percentile(sorted, 0.05), percentile(sorted, 0.50), percentile(sorted, 0.95)};
}

Difference summarise_differences(std::span<const double> differences) {
    Difference result;
    result.summary = summarise(differences);
    if (std::isnan(result.summary.mean)) {
        result.se = result.p_greater = result.p_less = result.p_equal = kNaN;
        return result;
    }
    result.se = standard_error(differences, result.summary.mean);
    const auto n = static_cast<double>(differences.size());
    const auto greater =
        std::count_if(differences.begin(), differences.end(), [](double d) { return d > 0; });
    const auto less = std::count_if(differences.begin(), differences.end(), [](double d) { return d < 0; });
    result.p_greater = static_cast<double>(greater) / n;
    result.p_less = static_cast<double>(less) / n;
    result.p_equal = (n - static_cast<double>(greater + less)) / n;
    return result;
}

std::vector<double> paired_differences(const Outcome& arm, const Outcome& baseline,
                                       std::string_view measure) {
    const auto ours = find_quantity(arm, measure);
    const auto theirs = find_quantity(baseline, measure);
    if (!ours || !theirs) {
        return {};
    }
    return subtract(arm.last(*ours), baseline.last(*theirs));
}

Comparison compare(std::span<const ArmOutcome> arms, std::size_t baseline, Workers workers) {
    Comparison result;
    result.baseline = baseline;
    result.replicates = arms[baseline].outcome->replicates;
    result.years = arms[baseline].outcome->years;
    for (std::size_t row = 0; row < arms.size(); ++row) {
        const Outcome& outcome = *arms[row].outcome;
        const Outcome* other = row == baseline ? nullptr : arms[baseline].outcome;
        ArmComparison arm{arms[row].name, arms[row].label, {}};
        arm.measures.resize(outcome.quantities.size());
        parallel_for(arm.measures.size(), workers,
                     [&](std::size_t q) { arm.measures[q] = compare_measure(outcome, q, other); });
        result.arms.push_back(std::move(arm));
    }
    return result;
}

}  // namespace clout
