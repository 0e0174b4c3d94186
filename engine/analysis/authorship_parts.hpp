// Private parts of authorship.cpp and ladder.cpp: who speaks with what weight, and which part of a decision a
// seat brings.
#pragma once

#include "engine/analysis/authorship.hpp"
#include "engine/analysis/ladder.hpp"
#include "engine/run/phases/accounts.hpp"

namespace clout {

using InfluencePack = Pack<kInfluenceLanes>;
using InfluenceState = State<kInfluenceLanes>;

// The weight e with which a member speaks in a body, as in speak().
[[nodiscard]] InfluencePack spoken_weight(const System& system, const InfluenceState& state, Row body,
                                          const MemberLine& entry, Row member);

// φ / E: what of a body's message one unit of weight writes; 0 where it is silent.
[[nodiscard]] InfluencePack authorship(const System& system, const InfluenceState& state, Row body);

// The part of each table in its fund, or in all funds, among those that decide: by amount.
[[nodiscard]] Packs<kInfluenceLanes> table_weights(const System& system, const InfluenceState& state,
                                                   Span tables);

template <class Visit>
void each_member(const System& system, Row body, Visit&& visit) {
    for (Row e = system.bodies[body].entries.first; e < system.bodies[body].entries.last; ++e) {
        const MemberLine& entry = system.entries[e];
        for (Row at = entry.members.first; at < entry.members.last; ++at) visit(entry, system.member[at]);
    }
}

// Calls visit(entry, member, part) for every seat of a table, with its part w s / Σ w s of the decision.
template <class Visit>
void each_seat(const System& system, const InfluenceState& state, Row t, Visit&& visit) {
    const Row board = system.tables[t].board;
    InfluencePack total(0.0);
    Row seat = state.tables.first_seat[t];
    each_member(system, board, [&](const MemberLine& entry, Row) {
        total += state.tables.seat_weight[seat++] * state[system.salience_of(entry)];
    });
    const InfluencePack scale =
        select(total > InfluencePack(0.0), InfluencePack(1.0) / total, InfluencePack(0.0));
    seat = state.tables.first_seat[t];
    each_member(system, board, [&](const MemberLine& entry, Row member) {
        visit(entry, member, state.tables.seat_weight[seat++] * state[system.salience_of(entry)] * scale);
    });
}

// The figures of all ways, tiers first (ways × kWayFigures). `said`: the organisation's part of what every
// body says.
[[nodiscard]] Packs<kInfluenceLanes> read_ways(const System& system, const InfluenceState& state,
                                               Row organisation, const Ways& ways,
                                               const Packs<kInfluenceLanes>& said);

}  // namespace clout
