// The words of the model and of its reports, each in a sentence or two.
#pragma once

#include <span>
#include <string_view>

namespace clout {

struct Word {
    std::string_view word, meaning;
    std::string_view section;  // of engine/MODEL.md: "6.2"; empty = it has none
};

[[nodiscard]] std::span<const Word> glossary();

// The section of engine/MODEL.md that a key of the language works in; empty for keys that words explain
// alone.
[[nodiscard]] std::string_view section_of_key(std::string_view key);

}  // namespace clout
