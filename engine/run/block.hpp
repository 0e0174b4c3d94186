// A block of L replicates of one arm from the first round to the last.
#pragma once

#include "engine/run/phases.hpp"

namespace clout {

// One round: what begins with it, then the phases in their order.
template <int L>
inline void play_round(const System& system, State<L>& state) {
    begin_round(system, state);
    for (const Phase<L>& phase : kPhases<L>) phase.act(system, state);
}

// Plays all rounds, calling after_round(state) after each; on a crew's threads if there is one.
template <int L, class AfterRound>
void play_block(const System& system, std::uint64_t first_replicate, AfterRound&& after_round,
                Crew* crew = nullptr) {
    State<L> state = initialise<L>(system, first_replicate, crew);
    for (; state.round < system.rounds; ++state.round) {
        play_round(system, state);
        after_round(state);
    }
}

}  // namespace clout
