// How a number may be written: decimal, finite, with a point. Everything YAML would quietly turn into another
// number is refused with the reason.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace clout {

struct PlainNumber {
    std::optional<double> value;
    std::string hint;  // where it is none: what would be right; may be empty
};

[[nodiscard]] PlainNumber plain_number(std::string_view text);

// Shortest text that reads back as the same double.
[[nodiscard]] std::string number_text(double value);
// The same of the number with at most so many decimals.
[[nodiscard]] std::string rounded_text(double value, int decimals);
// The same with its thousands told apart, for sentences: "1,286,000".
[[nodiscard]] std::string grouped_text(double value, int decimals = 0);

}  // namespace clout
