// What would be right where something looks like a number and is none: thousands, percentages, pounds,
// ranges, errors of spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace clout {

// Empty where it does not look like a number in the least.
[[nodiscard]] std::string number_advice(std::string_view text);

// Whether the text is a decimal number as `plain_number` takes it, leading zeros or not.
[[nodiscard]] bool is_decimal(std::string_view text);

// "1,286,000" → "1286000"; empty where the commas do not stand between thousands.
[[nodiscard]] std::string without_thousands(std::string_view text, char separator);

}  // namespace clout
