// What word processors, spreadsheets and web pages put in place of plain characters: curly quotes, long
// dashes, spaces that do not break.
#pragma once

#include <string>
#include <string_view>

namespace clout {

struct Typography {
    std::string plain;  // the text with plain characters, without its curly quotes
    std::string found;  // what stood there: "curly quotes"; empty = nothing, and `plain` is the text itself
};

[[nodiscard]] Typography typography_of(std::string_view text);

// "these are curly quotes: write 'gp'"; empty where the text is plain.
[[nodiscard]] std::string typography_advice(std::string_view text);

}  // namespace clout
