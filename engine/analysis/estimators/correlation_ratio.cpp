#include "engine/analysis/estimators/correlation_ratio.hpp"

#include "engine/core/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace clout {
namespace {

constexpr std::size_t kFewest = 4, kMost = 64, kFewValues = 32;

// Points by class and group: sums of values around their mean.
struct Cell {
    double count = 0, sum = 0;
};

// The classes of one factor.
struct Classes {
    std::size_t count = 0;
    bool by_value = false;          // every class is one value of the factor
    std::vector<std::uint32_t> of;  // (points)
};

std::vector<std::uint32_t> sorted_points(const Sample& sample, std::size_t factor) {
    std::vector<std::uint32_t> order(sample.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const double one = sample.at(a, factor), other = sample.at(b, factor);
        return one != other ? one < other : a < b;
    });
    return order;
}

Classes classes_of(const Sample& sample, std::size_t factor) {
    const auto order = sorted_points(sample, factor);
    const std::size_t n = order.size();
    Classes classes;
    classes.of.resize(n);
    std::size_t values = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (i == 0 || sample.at(order[i], factor) != sample.at(order[i - 1], factor)) ++values;
        classes.of[order[i]] = static_cast<std::uint32_t>(values - 1);
    }
    classes.count = values;
    classes.by_value = values <= kFewValues && 3 * values <= n;
    if (classes.by_value) return classes;
    classes.count = std::clamp(static_cast<std::size_t>(std::lround(std::pow(static_cast<double>(n), 0.35))),
                               kFewest, kMost);
    for (std::size_t i = 0; i < n; ++i)
        classes.of[order[i]] = static_cast<std::uint32_t>(i * classes.count / n);
    return classes;
}

// What a class adds to the variance of means because the mean moves inside it: a slope over a class of width
// w has the variance (slope w)² / 12; the slope is read off the neighbours, less what chance gives it.
double inside(const std::vector<Cell>& classes, double noise) {
    const std::size_t last = classes.size() - 1;
    double sum = 0;
    for (std::size_t k = 0; k <= last; ++k) {
        const Cell &below = classes[k == 0 ? 0 : k - 1], &above = classes[k == last ? last : k + 1];
        const double apart = k == 0 || k == last ? 1 : 2;
        const double step = (above.sum / above.count - below.sum / below.count) / apart;
        const double chance = noise * (1 / above.count + 1 / below.count) / (apart * apart);
        sum += classes[k].count * (step * step - chance) / 12;
    }
    return sum;
}

// The share, from sums by class, of N points whose squares around the mean sum to `squares`.
struct Ratio {
    double share = 0, excess = 0;  // excess: between-class mean square by that within
};

Ratio ratio_of(const std::vector<Cell>& all, double squares, bool by_value) {
    std::vector<Cell> classes;
    double n = 0, sum = 0;
    for (const Cell& cell : all) {
        if (cell.count > 0) classes.push_back(cell);
        n += cell.count;
        sum += cell.sum;
    }
    const double k = static_cast<double>(classes.size()), mean = sum / n, total = squares - n * mean * mean;
    if (!(total > 0) || n <= k || k < 2) return {};
    double between = 0;
    for (const Cell& cell : classes) {
        const double apart = cell.sum / cell.count - mean;
        between += cell.count * apart * apart;
    }
    const double within = std::max(0.0, total - between) / (n - k);
    const double more = by_value ? 0 : inside(classes, within);
    return {(between - (k - 1) * within + more) / total, between / (k - 1) / within};
}

// The point that F with k − 1 and many degrees of freedom exceeds with so much chance (Wilson & Hilferty
// 1931).
double critical(double k, double chance) {
    const double spread = 2 / (9 * (k - 1)),
                 root = 1 - spread + normal_quantile(1 - chance) * std::sqrt(spread);
    return root * root * root;
}

FirstOrderShare share_of(const Sample& sample, std::size_t factor, std::span<const double> centred) {
    const Classes classes = classes_of(sample, factor);
    std::vector<Cell> cells(classes.count * kGroups);  // (groups × classes)
    std::vector<double> squares(kGroups);
    for (std::size_t r = 0; r < sample.size(); ++r) {
        Cell& cell = cells[r % kGroups * classes.count + classes.of[r]];
        cell.count += 1;
        cell.sum += centred[r];
        squares[r % kGroups] += centred[r] * centred[r];
    }
    double excess = 0;
    const auto without = [&](std::size_t left_out) {
        std::vector<Cell> sums(classes.count);
        double all = 0;
        for (std::size_t g = 0; g < kGroups; ++g) {
            if (g == left_out) continue;
            all += squares[g];
            for (std::size_t k = 0; k < classes.count; ++k) {
                sums[k].count += cells[g * classes.count + k].count;
                sums[k].sum += cells[g * classes.count + k].sum;
            }
        }
        const Ratio ratio = ratio_of(sums, all, classes.by_value);
        excess = left_out == kGroups ? ratio.excess : excess;
        return ratio.share;
    };
    FirstOrderShare found{jackknife(without), false};
    const double allowed = 0.05 / static_cast<double>(sample.factors);
    found.distinct = classes.count > 1 && excess > critical(static_cast<double>(classes.count), allowed);
    return found;
}

}  // namespace

std::vector<FirstOrderShare> first_order_shares(const Sample& sample) {
    std::vector<double> centred(sample.values.begin(), sample.values.end());
    const double mean = mean_of(sample.values);
    for (double& value : centred) value -= mean;
    std::vector<FirstOrderShare> shares(sample.factors);
    if (sample.size() < 2 * kGroups || !(variance_of(sample.values) > 0)) return shares;
    for (std::size_t factor = 0; factor < sample.factors; ++factor)
        shares[factor] = share_of(sample, factor, centred);
    return shares;
}

}  // namespace clout
