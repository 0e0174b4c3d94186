// Private parts of chronicle.cpp: how each kind of fact is read off a replicate, one lane wide.
#pragma once

#include "engine/run/state.hpp"
#include "engine/run/watch/chronicle.hpp"

namespace clout {

// What a phase is about to overwrite and its record needs.
struct Snapshot {
    Packs<1> income, list, clout0, resilience, commitment;  // before adapt (organisations)
    Packs<1> mandate, champion;                             // before adapt (bodies)
};

[[nodiscard]] Actor organisation_actor(const System& system, Row organisation);
[[nodiscard]] Actor body_actor(const System& system, Row body);

// After `allocate`: amounts are known. Of a system that keeps minutes.
[[nodiscard]] std::vector<MinutesRecord> minutes_of(const System& system, const State<1>& state);

// After `adapt`: those whose resilience was spent in this round, and who inherits (MODEL.md 6.6).
[[nodiscard]] std::vector<EndRecord> ends_of(const System& system, const State<1>& state,
                                             const Snapshot& snapshot);

}  // namespace clout
