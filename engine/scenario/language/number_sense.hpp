// Whether the parameters of a distribution are those of one.
#pragma once

#include "engine/core/number.hpp"
#include "engine/scenario/language/field.hpp"

#include <string>

namespace clout {

// What is wrong with the parameters of a distribution; empty where nothing is.
[[nodiscard]] std::string why_no_distribution(const Number& number, const Range& legal);

// Whether whatever is drawn is legal, whatever the parameters: normal and lognormal are clamped to the legal
// range, a beta is refused where the range does not hold all of it. Of the others every parameter must be
// legal.
[[nodiscard]] bool is_kept_legal(Shape shape);

}  // namespace clout
