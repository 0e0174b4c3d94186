// The keys of the language as tables for people: what scenarios/LANGUAGE.md shows, gathered from
// fields_*.hpp.
#pragma once

#include <string>

namespace clout {

// Markdown: one table for the file itself and one for each map inside it, a row a key. What every named thing
// may carry (label, note, source) is left out.
[[nodiscard]] std::string key_table();

}  // namespace clout
