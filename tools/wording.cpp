#include "tools/wording.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace clout {

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
