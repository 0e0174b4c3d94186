// A number of the scenario read from a tree and written back: fixed, a distribution, or either with where it
// is from.
#pragma once

#include "engine/core/number.hpp"
#include "engine/scenario/language/field.hpp"
#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <optional>
#include <string>

namespace clout {

// Nothing where it is none or is out of range; then `problems`, where given, says why.
[[nodiscard]] std::optional<Number> read_number(const Node& node, const Range& legal, const std::string& path,
                                                Problems* problems);

// A plain number (no distribution) in range; whole numbers have no point and no exponent.
[[nodiscard]] std::optional<double> read_plain(const Node& node, const Range& legal, const std::string& path,
                                               Problems* problems);
[[nodiscard]] std::optional<std::uint64_t> read_whole(const Node& node, const Range& legal,
                                                      const std::string& path, Problems* problems);

// A fixed number that stands at `path`.
[[nodiscard]] Number fixed_number(double value, const Range& legal, std::string path);
// The same where the file says nothing: ours, not an assumption of the file.
[[nodiscard]] Number standard_number(double value, const Range& legal, std::string path);

// Whether a number is written with dates.
[[nodiscard]] bool has_dates(const Node& node);

[[nodiscard]] Node number_node(const Number& number);

[[nodiscard]] std::string_view shape_word(Shape shape);  // "uniform"; "" for a constant

}  // namespace clout
