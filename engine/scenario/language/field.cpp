#include "engine/scenario/language/field.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {

bool Range::holds(double value) const {
    return (low_open ? value > low : value >= low) && (high_open ? value < high : value <= high);
}

// Next to an open 0 stands the smallest number there is in a scenario.
double Range::least() const {
    if (!low_open) return std::max(low, -kLargestNumber);
    return low == 0.0 ? kSmallestNumber : std::nextafter(low, high);
}

double Range::greatest() const {
    return high_open ? std::nextafter(high, low) : std::min(high, kLargestNumber);
}

std::string to_text(const Range& range) {
    const bool below = std::isfinite(range.low), above = std::isfinite(range.high);
    const std::string low = number_text(range.low), high = number_text(range.high);
    if (below && range.low == range.high) return low;
    if (below && above && !range.low_open && !range.high_open) return "from " + low + " to " + high;
    std::string text;
    if (below) text = (range.low_open ? "more than " : "at least ") + low;
    if (below && above) text += " and ";
    if (above) text += (range.high_open ? "less than " : "at most ") + high;
    return text;
}

}  // namespace clout
