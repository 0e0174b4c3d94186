// Private parts of authorship.cpp and ladder.cpp: who speaks with what weight, and which part of a decision a
// seat brings.
#pragma once

#include "engine/analysis/authorship.hpp"
#include "engine/analysis/ladder.hpp"
#include "engine/run/phases/accounts.hpp"
#include "engine/system/members.hpp"

namespace clout {

using InfluencePack = Pack<kInfluenceLanes>;
using InfluenceState = State<kInfluenceLanes>;

// With what weights the members of one body speak in it, as in speak().
class SpokenWeights {
public:
    SpokenWeights(const System& system, const InfluenceState& state, Row body);
    // e of a member that stands in this line of the body.
    [[nodiscard]] InfluencePack of(const MemberLine& line, Row member) const;

private:
    const System& system_;
    const InfluenceState& state_;
    Row first_;  // row of the body's first line
    // (lines of the body) What brings the lines to one weight; empty where they weigh by clout.
    Packs<kInfluenceLanes> scale_;
};

// φ / E: what of a body's message one unit of weight writes; 0 where it is silent.
[[nodiscard]] InfluencePack authorship(const System& system, const InfluenceState& state, Row body);

// The part of each table in its fund, or in all funds, among those that decide: by amount.
[[nodiscard]] Packs<kInfluenceLanes> table_weights(const System& system, const InfluenceState& state,
                                                   Span tables);

// Calls visit(line, member, part) for every seat of a table, with its part w s / Σ w s of the decision.
template <class Visit>
void each_part(const System& system, const InfluenceState& state, Row table, Visit&& visit) {
    const InfluencePack zero(0.0);
    InfluencePack total = zero;
    each_seat(system, table, [&](const MemberLine& line, Row, Row seat) {
        total += state.tables.seat_weight[seat] * state[system.salience_of(line)];
    });
    const InfluencePack scale = select(total > zero, InfluencePack(1.0) / total, zero);
    each_seat(system, table, [&](const MemberLine& line, Row member, Row seat) {
        visit(line, member, state.tables.seat_weight[seat] * state[system.salience_of(line)] * scale);
    });
}

// The figures of all ways, tiers first (ways × kWayFigures). `said`: the organisation's part of what every
// body says.
[[nodiscard]] Packs<kInfluenceLanes> read_ways(const System& system, const InfluenceState& state,
                                               Row organisation, const Ways& ways,
                                               const Packs<kInfluenceLanes>& said);

}  // namespace clout
