// What a study will take of the machine's memory, estimated before it is tried: an operating system hands out
// what it has not and kills us later.
#pragma once

#include "engine/base/result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace clout {

struct System;
struct Scenario;

// A problem of the machine where `doubles` numbers do not fit into `memory`; nothing where they do.
struct MemoryNeed {
    double doubles = 0;
    std::string what;  // "200 replicates of 2 arm(s)"
    std::string advice = "ask for fewer with --replicates or --arms";
};
// `memory` in bytes; 0 = not known, and everything fits.
[[nodiscard]] std::optional<Problem> short_of_memory(const MemoryNeed& need, double memory);

// So many systems like the one of this scenario, and the state of a single replicate.
[[nodiscard]] MemoryNeed need_of_systems(const Scenario& scenario, std::size_t systems);

// Outcomes, which stay in memory whole: numbers of one system's outcome with so many replicates.
[[nodiscard]] double doubles_of_outcome(const System& system, std::size_t replicates);

// [bytes] that the replicates in hand may take together: systems and outcomes need room, too. 0 = any.
[[nodiscard]] std::size_t memory_for_replicates(double memory);

}  // namespace clout
