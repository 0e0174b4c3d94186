#include "engine/report/text/table.hpp"

#include "engine/base/text.hpp"

#include <algorithm>

namespace clout {
namespace {

constexpr std::size_t kGap = 2;  // [columns] between two cells

std::string pad(const std::string& text, std::size_t width, Align align) {
    const std::size_t used = display_width(text);
    const std::string space(width > used ? width - used : 0, ' ');
    return align == Align::left ? text + space : space + text;
}

// The words of a text; "5 %" is one, as a line must not begin with "%".
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(" \n"); at < text.size();) {
        std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        if (text.substr(end).starts_with(" %")) {
            end = std::min(text.find_first_of(" \n", end + 1), text.size());
        }
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(" \n", end);
    }
    return words;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

std::size_t display_width(std::string_view text) { return characters(text); }

std::string shorten(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    std::size_t end = 0, used = 0;
    while (end < text.size() && (used + 1 < width || !begins_character(text[end]))) {
        used += begins_character(text[end]) ? 1 : 0;
        ++end;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string bold(std::string_view text, const Style& style) {
    if (!style.colour) {
        return std::string(text);
    }
    const std::string_view end = text.ends_with('\n') ? "\n" : "";
    text.remove_suffix(end.size());
    return "\033[1m" + std::string(text) + "\033[0m" + std::string(end);
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths(const Style& style) const {
    constexpr std::size_t kNarrowest = 12;  // [columns] of the first column, below which nobody could read it
    std::vector<std::size_t> result;
    std::size_t total = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = 0;
        for (const auto& line : lines_of(columns_[c].heading)) {
            width = std::max(width, display_width(line));
        }
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[c]));
        }
        result.push_back(width);
        total += width + (c ? kGap : 0);
    }
    if (total > style.width) {
        const std::size_t over = total - style.width;
        result[0] = std::min(result[0], std::max(kNarrowest, result[0] > over ? result[0] - over : 0));
    }
    return result;
}

// A row as tall as its tallest cell.
std::string TextTable::row_text(std::vector<std::string> cells, const std::vector<std::size_t>& width) const {
    cells[0] = paragraph("", 0, cells[0], Style{width[0], false});
    cells[0].pop_back();
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (const auto& cell : cells) {
        lines.push_back(lines_of(cell));
        height = std::max(height, lines.back().size());
    }
    std::string result;
    for (std::size_t row = 0; row < height; ++row) {
        std::string line;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::string text = row < lines[c].size() ? lines[c][row] : "";
            line += std::string(c ? kGap : 0, ' ') + pad(text, width[c], columns_[c].align);
        }
        trim_end(line);
        result += line + "\n";
    }
    return result;
}

std::string TextTable::text(const Style& style) const {
    const std::vector<std::size_t> width = widths(style);
    std::vector<std::string> headings;
    for (const auto& column : columns_) {
        headings.push_back(column.heading);
    }
    std::string result = bold(row_text(std::move(headings), width), style);
    for (const auto& row : rows_) {
        result += row_text(row, width);
    }
    return result;
}

std::string paragraph(std::string_view lead, std::size_t indent, std::string_view text, const Style& style) {
    std::string result, line = pad(std::string(lead), indent, Align::left);
    bool fresh = true;
    for (const std::string_view word : words_of(text)) {
        if (!fresh && display_width(line) + 1 + display_width(word) > style.width) {
            result += line + "\n";
            line = std::string(indent, ' ');
            fresh = true;
        }
        line += (fresh ? "" : " ") + std::string(word);
        fresh = false;
    }
    trim_end(line);
    return result + line + "\n";
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string lines = paragraph("", 0, text, Style{width, false}), result;
    lines.pop_back();
    for (const auto& line : lines_of(lines)) {
        result += (result.empty() ? "" : "\n") + shorten(line, width);
    }
    return result;
}

}  // namespace clout
