// Texts for people: lists, counts, what to cut off, and steps through UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

// "a, b and c"
[[nodiscard]] std::string and_list(const std::vector<std::string>& words);

// 1234567 → "1,234,567".
[[nodiscard]] std::string grouped(std::uint64_t count);
// Digits as a number is written, with or without a sign and decimals: "-1234.5" → "-1,234.5".
[[nodiscard]] std::string with_separators(std::string digits);
// "1 future", "1,000 futures".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

// Of ASCII alone, in every locale.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] std::string in_lower_case(std::string_view text);

// Without the characters of `unwanted` at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view unwanted = " \t");
// Without that character anywhere.
[[nodiscard]] std::string without(std::string_view text, char unwanted);

// Whether this byte of UTF-8 text begins a code point: all bytes do but those that go on with one.
[[nodiscard]] constexpr bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}
// [code points] of UTF-8 text.
[[nodiscard]] std::size_t characters(std::string_view text);
// [bytes] The greatest cut <= at that does not split a code point of UTF-8 text.
[[nodiscard]] std::size_t whole_characters(std::string_view text, std::size_t at);
// At most `longest` [bytes] of a text, with "…" after it where something was cut off.
[[nodiscard]] std::string shortened(std::string text, std::size_t longest);

}  // namespace clout
