#include "tools/wording.hpp"

#include "engine/scenario/language/names.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace clout {

std::string listed(const std::vector<std::string>& words) { return and_list(words); }

std::string nearest_to(const std::string& word, const std::vector<std::string>& known) {
    return nearest(word, known);
}

std::string shell_quoted(const std::string& argument) {
    const auto plain = [](unsigned char c) { return std::isalnum(c) || std::strchr("_-./=,:@+%", c); };
    if (!argument.empty() && std::all_of(argument.begin(), argument.end(), plain)) {
        return argument;
    }
    std::string result = "'";
    for (const char c : argument) {
        result += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return result + "'";
}

}  // namespace clout
