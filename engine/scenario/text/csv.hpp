// Comma-separated values as RFC 4180 has them: quotes, doubled quotes, line ends inside quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// Goes through a text with "\n" for line ends, one record at a time; empty lines are no records.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    // False at the end of the text. The cells are those of the last call.
    [[nodiscard]] bool next(std::vector<std::string>& cells);
    [[nodiscard]] int line() const { return record_line_; }                // where the record started, from 1
    [[nodiscard]] const std::string& trouble() const { return trouble_; }  // of the last record; empty = none

private:
    void cell(std::string& into);

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1, record_line_ = 1;
    std::string trouble_;
};

}  // namespace clout
