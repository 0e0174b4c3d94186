// A block of L replicates of one arm from the first round to the last.
#pragma once

#include "engine/run/phases.hpp"

#include <functional>

namespace clout {

// One round: what begins with it, then the phases in their order.
template <int L>
inline void play_round(const System& system, State<L>& state) {
    begin_round(system, state);
    for (const Phase<L>& phase : kPhases<L>) phase.act(system, state);
}

// Plays all rounds, calling after_round(state) after each; on a crew's threads if there is one. False where
// `stop` answered true before it was over: a long decision may have been cut short. What a kept book holds is
// not drawn again, and what is drawn is kept in it.
template <int L, class AfterRound>
bool play_block(const System& system, std::uint64_t first_replicate, AfterRound&& after_round,
                Crew* crew = nullptr, const std::function<bool()>& stop = {}, LuckBook<L>* kept = nullptr) {
    State<L> state = initialise<L>(system, first_replicate, crew, kept);
    for (Scratch<L>& scratch : state.protocol_scratch) scratch.stop = &stop;
    const auto stopped = [&] { return stop && stop(); };
    for (; state.round < system.rounds && !stopped(); ++state.round) {
        play_round(system, state);
        after_round(state);
    }
    if (kept != nullptr) *kept = std::move(state.book);
    return state.round == system.rounds && !stopped();
}

}  // namespace clout
