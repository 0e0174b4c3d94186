// Text for a terminal or a text file: tables with aligned columns, and paragraphs wrapped to the width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

struct Style {
    std::size_t width = 100;  // [columns]
    bool colour = false;      // bold headings by terminal escapes; never when written to a file
};

enum class Align { left, right };

struct Column {
    std::string heading;  // may have several lines
    Align align = Align::right;
};

// Cells are text already; a column is as wide as its widest cell. Where the whole is wider than the page the
// first column gives way: its cells go on in the next line.
class TextTable {
public:
    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
    // Missing cells at the end are empty; at most as many as there are columns.
    void add(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::string text(const Style& style) const;

private:
    [[nodiscard]] std::vector<std::size_t> widths(const Style& style) const;
    [[nodiscard]] std::string row_text(std::vector<std::string> cells,
                                       const std::vector<std::size_t>& width) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

// Columns a terminal needs for UTF-8 text: one a code point.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Cut to at most `width` columns, the last of them an ellipsis where anything was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

// Broken between words into lines of at most `width` columns, longer words shortened.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

[[nodiscard]] std::string bold(std::string_view text, const Style& style);

// Wrapped between words to the style's width; ends with a newline. The first line begins with `lead`, which
// fills `indent` columns; the others with as many spaces.
[[nodiscard]] std::string paragraph(std::string_view lead, std::size_t indent, std::string_view text,
                                    const Style& style);

}  // namespace clout
