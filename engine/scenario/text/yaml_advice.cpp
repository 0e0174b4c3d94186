#include "engine/scenario/text/yaml_advice.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace clout {
namespace {

struct Rewording {
    std::string_view part;  // of the library's message
    std::string_view message, hint;
};

constexpr std::array<Rewording, 17> kRewordings{{
    {"end of map flow not found", "a '{' is not closed by a '}'", "close it, or look for a missing comma"},
    {"end of sequence flow not found", "a '[' is not closed by a ']'",
     "close it, or look for a missing comma"},
    {"illegal flow end", "a '}' or ']' that was never opened", "remove it, or open it where it belongs"},
    {"end of map not found", "this line does not line up with the ones above it", "check its indentation"},
    {"end of sequence not found", "this line does not line up with the ones above it",
     "check its indentation"},
    {"illegal map value", "a colon where no value can stand",
     "check the indentation and the line above; put text that holds a colon in quotes"},
    {"illegal map key", "a key where none can stand", "check the indentation and the line above"},
    {"illegal block entry", "a '-' where no list can stand",
     "put the list on lines of its own, or write [a, b]"},
    {"the referenced anchor is not defined", "an alias ('*name') without an anchor ('&name') above it",
     "text that starts with '*' goes in quotes"},
    {"alias not found", "a '*' without a name after it", "text that starts with '*' goes in quotes"},
    {"anchor not found", "a '&' without a name after it", "text that starts with '&' goes in quotes"},
    {"illegal EOF in scalar", "a quote is opened and never closed", "close it"},
    {"unknown escape character", "a '\\' that means nothing inside double quotes",
     "use single quotes, or write '\\\\'"},
    {"illegal document indicator", "a line '---' or '...' inside quoted text",
     "indent it, or close the quote"},
    {"bad file", "nested deeper than 64 levels", ""},
    {"unknown token", "a character that cannot start a value", "put the text in quotes"},
    {"directive", "a line that starts with '%'", "put the text in quotes"},
}};

bool indents_with_tab(std::string_view line) {
    const std::size_t text = line.find_first_not_of(" \t");
    return line.substr(0, std::min(text, line.size())).find('\t') != std::string_view::npos;
}

std::string_view without_indent(std::string_view line) {
    const std::size_t first = std::min(line.find_first_not_of(" \t-"), line.size());
    return line.substr(first);
}

}  // namespace

bool closes_its_quote(std::string_view text) {
    if (text.starts_with('&')) text.remove_prefix(std::min(text.find_first_of(" \t\n"), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    if (!text.starts_with('"') && !text.starts_with('\'')) return true;
    const char quote = text.front();
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == quote)
            ++at;
        else if (text[at] == quote)
            return true;
    }
    return false;
}

bool lacks_space_after_colon(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 >= text.size()) return false;
    const bool key = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
    return key && text[colon + 1] != ' ' && text[colon + 1] != '/' && text[colon + 1] != ':';
}

Advice yaml_advice(const LineTable& lines, Spot at, std::string_view complaint) {
    for (const int row : {at.line, at.line - 1}) {
        if (indents_with_tab(lines.line(row))) {
            return {
                {row, 0}, "this line is indented with a tab", "indent with spaces; YAML does not allow tabs"};
        }
    }
    for (const int row : {at.line, at.line - 1}) {
        const std::string_view line = lines.line(row);
        const std::string_view text = without_indent(line);
        if (lacks_space_after_colon(text)) {
            const auto column = static_cast<int>(line.size() - text.size());
            return {{row, column},
                    "'" + std::string(text.substr(0, text.find_first_of(" ,"))) + "' has no space in it",
                    "did you forget the space after the colon?"};
        }
    }
    for (const Rewording& rewording : kRewordings) {
        if (complaint.find(rewording.part) != std::string_view::npos) {
            return {at, std::string(rewording.message), std::string(rewording.hint)};
        }
    }
    return {at, "this is not valid YAML: " + std::string(complaint), ""};
}

}  // namespace clout
