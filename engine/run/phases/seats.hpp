// The seats of one table while it negotiates: what stays in the state, and what only the negotiation needs.
#pragma once

#include "engine/run/state.hpp"

#include <utility>

namespace clout {

template <int L>
struct Seats {
    std::size_t count;
    // [1 or 0] and [share] (seats) In the state: whether a seat sits, and its part of the weight.
    Pack<L>*sits, *weight;
    // (seats) [votes]; [clout] standing times voice; [0..1]; (0..1].
    Pack<L>*votes, *standing_voice, *initiative, *salience;
    // (seats) The factors of the weight: what votes make of it, and what voice makes of it.
    Pack<L>*by_votes, *by_voice;
    // [simplex] (seats × programmes)
    Pack<L>* position;
    // [simplex] (programmes) In the state: what the protocol proposes, and what papers make of it.
    Pack<L>*proposed, *target;
    // [simplex] (programmes) The seats' mean position, by weight.
    Pack<L>* middle;
    // Sums over the seats that sit: [votes], [clout] and [seats].
    Pack<L> all_votes{0.0}, all_voice{0.0}, sitting{0.0};
    // Whether the board decides anything, and 1 / all_votes where it does.
    Mask<L> decides{false};
    Pack<L> votes_scale{0.0};

    // Takes what it needs from the scratch memory of one part.
    Seats(const System& system, State<L>& state, Row table, std::size_t part) {
        const Row first = system.first_seat[table];
        const std::size_t programmes = system.programmes.size();
        count = system.first_seat[table + 1] - first;
        sits = &state.tables.seat_sits[first];
        weight = &state.tables.seat_weight[first];
        proposed = &state.tables.proposed[table * programmes];
        target = &state.tables.target[table * programmes];
        Pack<L>* free = state.scratch[part].reserve(count * (6 + programmes) + programmes);
        const auto take = [&](std::size_t size) { return std::exchange(free, free + size); };
        for (Pack<L>** figures : {&votes, &standing_voice, &initiative, &salience, &by_votes, &by_voice})
            *figures = take(count);
        position = take(count * programmes);
        middle = take(programmes);
    }
};

// Who sits at a table, with what voice and what votes (MODEL.md 6.3).
template <int L>
void take_seats(const System& system, const State<L>& state, Row table, Seats<L>& seats);

// What each seat weighs: w ∝ (κ / Σκ)^η (ς v / Σ ς v)^(1−η).
template <int L>
void weigh_seats(const System& system, const State<L>& state, Row table, Seats<L>& seats);

// x*: what the board comes to, before inertia and lines: the protocol's split, papers, the yardstick and
// foresight. A seat alone gets its position. `scratch` is the protocol's.
template <int L>
void propose(const System& system, const State<L>& state, Row table, Scratch<L>& scratch, Seats<L>& seats);

// Into the state, for each seat of a table that is about to negotiate: what would be different without it.
template <int L>
void measure_leverage(const System& system, State<L>& state, Row table, std::size_t part);

// Red lines, after the board has agreed or not; what holding them does to goodwill, and which wake.
template <int L>
void hold_red_lines(const System& system, State<L>& state, Row table, const Seats<L>& seats);

}  // namespace clout
