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

std::optional<std::vector<std::string>> shell_words(const std::string& line) {
    std::vector<std::string> words;
    bool inside = false, quoted = false;  // of a word; of quotes
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == ' ' && !quoted) {
            inside = false;
            continue;
        }
        if (!inside) {
            words.emplace_back();
        }
        inside = true;
        if (c == '\'') {
            quoted = !quoted;
        } else if (c == '\\' && !quoted && at + 1 < line.size()) {
            words.back() += line[++at];
        } else {
            words.back() += c;
        }
    }
    return quoted ? std::nullopt : std::optional(words);
}

}  // namespace clout
