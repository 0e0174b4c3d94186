// From figures to places along an axis, and the round figures at which an axis is marked.
#pragma once

#include <string>
#include <vector>

namespace clout {

class Scale {
public:
    // Figures from `low` to `high` go to pixels `first` … `last`; where there is but one figure, to the
    // middle.
    Scale(double low, double high, double first, double last)
        : low_(low), high_(high), first_(first), last_(last) {}

    [[nodiscard]] double operator()(double figure) const {
        if (!(high_ > low_)) return (first_ + last_) / 2;
        return first_ + (figure - low_) / (high_ - low_) * (last_ - first_);
    }
    [[nodiscard]] double low() const { return low_; }
    [[nodiscard]] double high() const { return high_; }

private:
    double low_, high_, first_, last_;
};

// The step between marks: 1, 2 or 5 times a power of ten, so that about `count` of them cover `span`. 0 where
// the span is 0.
[[nodiscard]] double mark_step(double span, int count);

// The multiples of the step from `low` to `high`.
[[nodiscard]] std::vector<double> marks(double low, double high, int count);

// Decimals that tell the marks of that step apart.
[[nodiscard]] int decimals_of_step(double step);

// Labels along an axis, moved apart as little as need be so that each has `room`; all within low … high where
// they fit. `wanted` need not be sorted; the answer stands in the same order.
[[nodiscard]] std::vector<double> spread_labels(const std::vector<double>& wanted, double room, double low,
                                                double high);

}  // namespace clout
