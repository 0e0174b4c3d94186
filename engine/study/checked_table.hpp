// What came of playing results again: one verdict a table.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace clout {

enum class TableVerdict : std::uint8_t { same, differs, not_compared };

struct CheckedTable {
    std::string name;
    TableVerdict verdict = TableVerdict::same;
    std::string why;  // where it differs first, or why it was not compared
};

struct Verified {
    std::string subject;  // the folder or store, as the user named it
    std::string played;   // what was played again: the command, or how many points
    std::string made_by;  // the version that made it
    std::vector<CheckedTable> tables;
    [[nodiscard]] bool met() const {
        return std::none_of(tables.begin(), tables.end(),
                            [](const CheckedTable& table) { return table.verdict == TableVerdict::differs; });
    }
};

}  // namespace clout
