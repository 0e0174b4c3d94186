#include "engine/scenario/language/number_sense.hpp"

#include <algorithm>

namespace clout {
namespace {

constexpr Range kBetaShapes{0.01, 1e6};  // beyond them the quantiles are not found exactly

}  // namespace

std::string why_no_distribution(const Number& number, const Range& legal) {
    const auto& p = number.parameters;
    switch (number.shape) {
        case Shape::constant:
        case Shape::pick: break;
        case Shape::uniform:
        case Shape::triangular:
            if (!std::is_sorted(p.begin(), p.end())) return "these numbers must go up";
            break;
        case Shape::normal:
            if (p[1] < 0) return "a standard deviation cannot be negative";
            break;
        case Shape::lognormal:
            if (p[1] < 0) return "the sigma of a lognormal cannot be negative";
            if (p[0] <= 0) return "the median of a lognormal is more than 0";
            break;
        case Shape::beta:
            if (!kBetaShapes.holds(p[0]) || !kBetaShapes.holds(p[1]))
                return "alpha and beta of a beta are " + to_text(kBetaShapes);
            if (legal.low > 0 || legal.high < 1)
                return "a beta runs from 0 to 1; here it must be " + to_text(legal);
            break;
    }
    return {};
}

bool is_kept_legal(Shape shape) {
    return shape == Shape::normal || shape == Shape::lognormal || shape == Shape::beta;
}

}  // namespace clout
