#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// [+-] digits [. digits] [e [+-] digits], with a digit on at least one side of the point.
bool is_decimal(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t whole = digits(text, at);
    std::size_t count = whole - at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digits(text, at + 1);
        count += fraction - at - 1;
        at = fraction;
    }
    if (count == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t exponent = digits(text, at);
        if (exponent == at) return false;
        at = exponent;
    }
    return at == text.size();
}

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

std::string without(std::string_view text, char unwanted) {
    std::string rest(text);
    rest.erase(std::remove(rest.begin(), rest.end(), unwanted), rest.end());
    return rest;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

// Why something that looks like a number is none.
std::string advice(std::string_view text) {
    std::string bare = lower(text);
    if (!bare.empty() && (bare[0] == '-' || bare[0] == '+')) bare.erase(0, 1);
    if (bare == ".nan" || bare == "nan" || bare == ".inf" || bare == "inf" || bare == "infinity") {
        return "a number must be finite";
    }
    if (bare.starts_with("0x") || bare.starts_with("0o") || bare.starts_with("0b"))
        return "write it as a decimal number";
    if (bare.find('_') != std::string::npos && is_decimal(without(bare, '_'))) {
        return "write it without underscores: " + without(text, '_');
    }
    if (std::count(bare.begin(), bare.end(), ',') == 1) {
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        if (is_decimal(point)) return "the decimal sign is a point: " + point;
    }
    if (bare.ends_with('%') && is_decimal(bare.substr(0, bare.size() - 1))) {
        return "write a share as a number from 0 to 1, without a percent sign";
    }
    return {};
}

}  // namespace

PlainNumber plain_number(std::string_view text) {
    if (!is_decimal(text)) return {std::nullopt, advice(text)};
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

}  // namespace clout
