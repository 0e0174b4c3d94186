// What this process may use of the machine; what only the operating system knows is in one source for each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace clout {

struct Allowance {
    std::size_t cores = 0;                // the machine's
    std::optional<std::size_t> affinity;  // cores this process may run on
    std::optional<std::size_t> slurm;     // SLURM_CPUS_PER_TASK

    // SLURM_CPUS_PER_TASK, else the affinity, else the cores; at least 1.
    [[nodiscard]] std::size_t jobs() const;
};

[[nodiscard]] Allowance allowance();
[[nodiscard]] std::optional<std::size_t> allowed_cores();  // nothing where it cannot be told

[[nodiscard]] std::string processor_name();

// [bytes] What the machine has; 0 where it cannot be told. What this process may take of it:
// memory_limits.hpp.
[[nodiscard]] double machine_memory();
// [bytes] What the system lets this process take (ulimit -v, -d); infinity where it sets no limit.
[[nodiscard]] double process_memory_limit();

// The running program's own file; empty where it cannot be told.
[[nodiscard]] std::filesystem::path own_path();

}  // namespace clout
