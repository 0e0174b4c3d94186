#include "engine/base/text.hpp"

#include <algorithm>

namespace clout {

std::string and_list(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string grouped(std::uint64_t count) { return with_separators(std::to_string(count)); }

std::string with_separators(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return grouped(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string_view trimmed(std::string_view text, std::string_view unwanted) {
    const std::size_t first = text.find_first_not_of(unwanted);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(unwanted) - first + 1);
}

std::string without(std::string_view text, char unwanted) {
    std::string rest(text);
    std::erase(rest, unwanted);
    return rest;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::size_t whole_characters(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && !begins_character(text[at])) --at;
    return at;
}

std::string shortened(std::string text, std::size_t longest) {
    if (text.size() <= longest) return text;
    text.resize(whole_characters(text, longest));
    return text + "…";
}

}  // namespace clout
