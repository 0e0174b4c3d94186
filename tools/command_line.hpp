// From the words on the command line to a request; the only door to CLI11.
#pragma once

#include "tools/request.hpp"

#include <variant>

namespace clout {

// A request, or the exit code where everything has been said already (help, version, wrong usage).
[[nodiscard]] std::variant<Request, int> read_command_line(int argc, const char* const* argv);

}  // namespace clout
