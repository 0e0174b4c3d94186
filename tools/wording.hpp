// Lists and slips of the pen in messages to people.
#pragma once

#include <string>
#include <vector>

namespace clout {

// "a, b and c"
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

// "did you mean 'x'?" where one of `known` is near, else "there are a, b and c" (led by `introduction`).
[[nodiscard]] std::string instead_of(const std::string& word, const std::vector<std::string>& known,
                                     const std::string& introduction);

// The nearest of `known`, or empty.
[[nodiscard]] std::string nearest_to(const std::string& word, const std::vector<std::string>& known);

// An argument as it could be typed into a shell again.
[[nodiscard]] std::string shell_quoted(const std::string& argument);

}  // namespace clout
