// Asking for more threads than the system allows (ulimit -u, a control group's pids.max) ends a process that
// does not look first.
#pragma once

#include <cstddef>

namespace clout {

// The threads that can be had of so many asked for, at least one: tried out once, by starting them, and
// remembered.
[[nodiscard]] std::size_t threads_to_be_had(std::size_t asked);

}  // namespace clout
