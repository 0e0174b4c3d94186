#include "engine/scenario/text/table_form.hpp"

#include "engine/scenario/text/number_advice.hpp"
#include "engine/scenario/text/typography.hpp"

#include <algorithm>
#include <array>

namespace clout {

std::optional<TableTrouble> wrong_separator(std::string_view text) {
    struct Separator {
        char sign;
        std::string_view name;
    };
    constexpr std::array<Separator, 3> kOthers{{{';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}}};
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with("sep=") || line.starts_with("\"sep="))
        return TableTrouble{
            "the first line, '" + std::string(line.substr(0, 7)) + "', is for a spreadsheet alone",
            "remove it; cells are separated by commas"};
    if (line.find(',') != std::string_view::npos) return std::nullopt;
    for (const Separator& other : kOthers) {
        if (line.find(other.sign) == std::string_view::npos) continue;
        return TableTrouble{"the cells are separated by " + std::string(other.name),
                            "save it as CSV with commas between cells and a point in decimals"};
    }
    return std::nullopt;
}

std::string as_key(std::string_view heading) {
    const std::string plain = typography_of(heading).plain;
    std::string key;
    for (const char c : plain) {
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
        else if (c == ' ' || c == '-' || c == '\t')
            key += '_';
        else
            key += c;
    }
    while (key.ends_with('_')) key.pop_back();
    return key.substr(std::min(key.find_first_not_of('_'), key.size()));
}

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return typography_of(cell).plain.find_first_not_of(" \t\r") == std::string::npos;
    });
}

std::string torn_number(const std::vector<std::string>& cells) {
    constexpr std::string_view kDigits = "0123456789";
    for (std::size_t at = 0; at + 1 < cells.size(); ++at) {
        const std::string &left = cells[at], &right = cells[at + 1];
        if (left.empty() || left.size() > 3 || left.find_first_not_of(kDigits) != std::string::npos) continue;
        const std::string whole = right.size() < 3 ? "" : without_thousands(left + "," + right, ',');
        if (!whole.empty()) return whole;
    }
    return {};
}

}  // namespace clout
