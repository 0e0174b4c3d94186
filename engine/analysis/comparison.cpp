#include "engine/analysis/comparison.hpp"

#include "engine/analysis/percentile.hpp"

#include "engine/base/ordered_sum.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace clout {
namespace {

// In the replicates' order.
std::vector<double> with_value(std::span<const double> values) {
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
                 [](double v) { return std::isfinite(v); });
    return kept;
}

// Around the first value, so that equal values have exactly that mean.
double mean_around_first(std::span<const double> values) {
    const double sum = ordered_sum(values.size(), [&](std::size_t r) { return values[r] - values.front(); });
    return values.front() + sum / static_cast<double>(values.size());
}

double standard_error(std::span<const double> values, double mean) {
    if (values.size() < 2) {
        return kNoValue;
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
    std::vector<double> sorted = with_value(values);
    const std::size_t without = values.size() - sorted.size();
    if (sorted.empty()) {
        return {kNoValue, kNoValue, kNoValue, kNoValue, 0, without};
    }
    const double mean = mean_around_first(sorted);
    sort_for(sorted, {0.05, 0.50, 0.95});
    return {
        mean,   percentile(sorted, 0.05), percentile(sorted, 0.50), percentile(sorted, 0.95), sorted.size(),
        without};
}

Difference summarise_differences(std::span<const double> differences) {
    Difference result;
    result.summary = summarise(differences);
    if (std::isnan(result.summary.mean)) {
        result.se = result.p_greater = result.p_less = result.p_equal = kNoValue;
        return result;
    }
    result.se = standard_error(with_value(differences), result.summary.mean);
    const auto n = static_cast<double>(result.summary.futures);
    const auto greater = std::count_if(differences.begin(), differences.end(),
                                       [](double d) { return std::isfinite(d) && d > 0; });
    const auto less = std::count_if(differences.begin(), differences.end(),
                                    [](double d) { return std::isfinite(d) && d < 0; });
    result.p_greater = static_cast<double>(greater) / n;
    result.p_less = static_cast<double>(less) / n;
    result.p_equal = (n - static_cast<double>(greater + less)) / n;
    return result;
}

bool identical(const Outcome& one, const Outcome& other) {
    const auto same_figure = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    return one.years == other.years && one.replicates == other.replicates &&
           std::equal(one.quantities.begin(), one.quantities.end(), other.quantities.begin(),
                      other.quantities.end(),
                      [](const Quantity& a, const Quantity& b) { return a.name == b.name; }) &&
           std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(),
                      same_figure);
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
        const bool twice = std::count_if(arms.begin(), arms.end(), [&](const ArmOutcome& each) {
                               return each.label == arms[row].label;
                           }) > 1;
        ArmComparison arm{arms[row].name, arms[row].label + (twice ? " (" + arms[row].name + ")" : ""), {}};
        arm.measures.resize(outcome.quantities.size());
        parallel_for(arm.measures.size(), workers,
                     [&](std::size_t q) { arm.measures[q] = compare_measure(outcome, q, other); });
        result.arms.push_back(std::move(arm));
    }
    return result;
}

}  // namespace clout
