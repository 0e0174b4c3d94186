// What estimators read, and how sure they say they are.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace clout {

// Points and what came out at each; quantiles (points × factors), each inside (0, 1).
struct Sample {
    std::size_t factors = 0;
    std::span<const double> quantiles, values;

    [[nodiscard]] std::size_t size() const { return values.size(); }
    [[nodiscard]] double at(std::size_t point, std::size_t factor) const {
        return quantiles[point * factors + factor];
    }
};

// With the bounds of a 95 % interval.
struct Estimate {
    double value = 0, low = 0, high = 0;
};

// Points are told apart in so many groups, point by point in turn; each group is left out once.
inline constexpr std::size_t kGroups = 20;
inline constexpr double kStudent = 2.093;  // the 97.5 % point of Student's t with kGroups − 1 degrees

// The estimate from all points, and its interval from those without one group each (Tukey's jackknife):
// estimate(g) leaves out group g; estimate(kGroups) leaves out none.
[[nodiscard]] Estimate jackknife(const std::function<double(std::size_t)>& estimate);

// The same where `estimate` fills several figures at once.
[[nodiscard]] std::vector<Estimate> jackknife(
    std::size_t figures, const std::function<void(std::size_t, std::span<double>)>& estimate);

[[nodiscard]] double mean_of(std::span<const double> values);
// [values²] around their mean, divided by n − 1; 0 of a single one.
[[nodiscard]] double variance_of(std::span<const double> values);

}  // namespace clout
