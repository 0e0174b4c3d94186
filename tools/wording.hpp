// Lists and slips of the pen in messages to people.
#pragma once

#include <string>
#include <vector>

namespace clout {

// "a, b and c"
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

// The nearest of `known`, or empty.
[[nodiscard]] std::string nearest_to(const std::string& word, const std::vector<std::string>& known);

// An argument as it could be typed into a shell again.
[[nodiscard]] std::string shell_quoted(const std::string& argument);

}  // namespace clout
