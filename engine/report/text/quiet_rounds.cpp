#include "engine/report/text/quiet_rounds.hpp"

#include "engine/base/text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace clout {
namespace {

constexpr double kAlike = 0.25;  // [of the larger]

struct Told {
    std::string words;  // without figures and line breaks
    std::vector<double> figures;
};

// The figure that begins there; thousands are parted by commas. `at` ends behind it.
double figure_at(std::string_view text, std::size_t& at) {
    std::string digits;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ','); ++at) {
        const bool inside = at + 1 < text.size() && is_digit(text[at + 1]);
        if (!is_digit(text[at]) && !inside) break;  // ends a sentence or a clause
        if (text[at] != ',') digits += text[at];
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Told taken_apart(std::string_view text) {
    Told told;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            told.figures.push_back(figure_at(text, at));
            told.words += '#';
            continue;
        }
        const char c = text[at++];
        if (!std::isspace(static_cast<unsigned char>(c))) told.words += c;
    }
    return told;
}

}  // namespace

bool told_alike(const std::string& one, const std::string& other) {
    const Told a = taken_apart(one), b = taken_apart(other);
    return a.words == b.words &&
           std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                      [](double x, double y) { return std::abs(x - y) <= kAlike * std::max(x, y); });
}

}  // namespace clout
