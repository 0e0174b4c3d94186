// Arguments as they are shown to people.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace clout {

// An argument as it could be typed into a shell again.
[[nodiscard]] std::string shell_quoted(const std::string& argument);

// The words of a line that was quoted so; nothing where a quote is not closed.
[[nodiscard]] std::optional<std::vector<std::string>> shell_words(const std::string& line);

}  // namespace clout
