#include "engine/core/number.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/base/assert.hpp"
#include "engine/base/elementary.hpp"
#include "engine/core/quantiles.hpp"

namespace clout {
namespace {

double uniform_quantile(double u, double a, double b) { return std::min(b, a + u * (b - a)); }

double triangular_quantile(double u, double a, double mode, double b) {
    const double width = b - a;
    if (!(width > 0.0)) {
        return a;
    }
    const double rising = (mode - a) / width;  // the probability below the mode
    const double found = u < rising ? a + native::square_root<1>(u * width * (mode - a))
                                    : b - native::square_root<1>((1.0 - u) * width * (b - mode));
    return std::clamp(found, a, b);
}

double picked(std::vector<double> options, std::size_t place) {
    std::sort(options.begin(), options.end());
    return options[std::min(place, options.size() - 1)];
}

}  // namespace

bool Number::uncertain() const {
    return shape != Shape::constant || std::any_of(steps.begin(), steps.end(), [](const NumberStep& step) {
               return step.value.uncertain();
           });
}

bool Number::always(double value) const {
    return shape == Shape::constant && parameters[0] == value &&
           std::all_of(steps.begin(), steps.end(),
                       [value](const NumberStep& step) { return step.value.always(value); });
}

const Number& Number::at(double year) const {
    constexpr double kTouches = 1e-12;  // MODEL.md 2
    const Number* now = this;
    for (const NumberStep& step : steps) {
        if (step.year <= year + kTouches) now = &step.value;
    }
    return *now;
}

double Number::quantile(double u) const {
    CLOUT_ASSERT(u > 0.0 && u < 1.0, "a probability strictly between 0 and 1");
    const std::vector<double>& p = parameters;
    switch (shape) {
        case Shape::constant: return p[0];
        case Shape::uniform: return uniform_quantile(u, p[0], p[1]);
        case Shape::triangular: return triangular_quantile(u, p[0], p[1], p[2]);
        case Shape::normal: return std::clamp(p[0] + p[1] * normal_quantile(u), lower, upper);
        case Shape::lognormal: return std::clamp(p[0] * exp1(p[1] * normal_quantile(u)), lower, upper);
        case Shape::beta: return beta_quantile(u, p[0], p[1]);
        case Shape::pick: return picked(p, static_cast<std::size_t>(u * static_cast<double>(p.size())));
    }
    return p[0];
}

double Number::median() const {
    // Half of an even number of options lie on either side; the median path stands at the lower of the two in
    // the middle.
    return shape == Shape::pick ? picked(parameters, (parameters.size() - 1) / 2) : quantile(0.5);
}

Number Number::constant(double value, std::string path) {
    Number number;
    number.parameters = {value};
    number.path = std::move(path);
    return number;
}

}  // namespace clout
