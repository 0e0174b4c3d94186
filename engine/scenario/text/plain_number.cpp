#include "engine/scenario/text/plain_number.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/number_advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

// `strtod` serves where the library has no `from_chars` for doubles, and past the ends of their range.
double decimal_value(std::string_view text) {
#if defined(__cpp_lib_to_chars)
    const std::string_view digits = text[0] == '+' ? text.substr(1) : text;
    double value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec == std::errc{}) return value;
#endif
    return std::strtod(std::string(text).c_str(), nullptr);
}

}  // namespace

PlainNumber plain_number(std::string_view text) {
    if (!is_decimal(text)) return {std::nullopt, number_advice(text)};
    const std::size_t first = text[0] == '-' || text[0] == '+' ? 1 : 0;
    if (text.size() > first + 1 && text[first] == '0' && is_digit(text[first + 1])) {
        const std::size_t significant = std::min(text.find_first_not_of('0', first), text.size() - 1);
        const bool keep_zero = !is_digit(text[significant]);
        return {std::nullopt, "leave out the leading zero: " + std::string(text.substr(0, first)) +
                                  std::string(text.substr(keep_zero ? significant - 1 : significant))};
    }
    const double value = decimal_value(text);
    if (!std::isfinite(value)) return {std::nullopt, "it is too large to be a number here"};
    return {value, {}};
}

std::string number_text(double value) {
    return fmt::format("{}", value == 0.0 ? 0.0 : value);  // no "-0"
}

std::string rounded_text(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return number_text(std::round(value * scale) / scale);
}

std::string grouped_text(double value, int decimals) {
    const std::string text = rounded_text(value, decimals);
    return text.find('e') == std::string::npos ? with_separators(text) : text;
}

}  // namespace clout
