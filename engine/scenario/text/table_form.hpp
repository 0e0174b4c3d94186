// What is wrong with a table as a whole: cells separated by something else than commas, headings in other
// words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

struct TableTrouble {
    std::string message, hint;
};

// Of a table's text, judged by its first line; nothing where commas separate the cells (or there is one
// column).
[[nodiscard]] std::optional<TableTrouble> wrong_separator(std::string_view text);

// A heading as a key is written: "List size " → "list_size".
[[nodiscard]] std::string as_key(std::string_view heading);

// Whether a row is all empty cells, as spreadsheets leave them below a table.
[[nodiscard]] bool is_blank(const std::vector<std::string>& cells);

// Where a number with a comma between thousands has fallen into two cells: the number as it should be; else
// empty.
[[nodiscard]] std::string torn_number(const std::vector<std::string>& cells);

}  // namespace clout
