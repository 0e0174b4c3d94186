// How much memory this process may take: what the machine has, less what its control groups and its own
// limits allow.
#pragma once

#include <filesystem>

namespace clout {

// [bytes] The least of what the control groups of the process allow, of either version, its own and those
// above it; infinity where none of them says. `root` stands for / (for tests).
[[nodiscard]] double cgroup_memory(const std::filesystem::path& root = "/");

// [bytes] The machine's memory. 0 where it cannot be told.
[[nodiscard]] double installed_memory();

// [bytes] What this process may take: the least of the machine's memory, its control groups' and its limits
// (ulimit -v, -d). 0 where it cannot be told.
[[nodiscard]] double memory_allowed();

}  // namespace clout
