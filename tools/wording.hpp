// Arguments as they are shown to people.
#pragma once

#include <string>

namespace clout {

// An argument as it could be typed into a shell again.
[[nodiscard]] std::string shell_quoted(const std::string& argument);

}  // namespace clout
