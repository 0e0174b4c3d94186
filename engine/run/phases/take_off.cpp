// What is taken off a table's money before anybody divides it: what is withheld after a deadlock, and grants
// to bodies (MODEL.md 6.4).
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// A table that negotiated and broke off pays only 1 − withheld.
template <int L>
void withhold(const System& system, State<L>& state, Row t) {
    const BodyKindPlan& kind = system.body_kinds[system.bodies[system.tables[t].board].instance.kind];
    const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
    const Mask<L> broke_off = state.tables.decides[t] > state.tables.agreed[t];
    state.tables.taken_off[t] = where(broke_off, whole * state[kind.withheld]);
    state.unspent += state.tables.taken_off[t];
}

// Whether a body of that place is paid from this table: its place's tables, else all.
bool pays(const System& system, const FundPlan& fund, PlaceId place, Row table) {
    if (system.tables[table].place == place) return true;
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        if (place.exists() && system.tables[t].place == place) return false;
    }
    return true;
}

// From the tables that pay, by their parts among those (equally where these are 0), from each at most what is
// left.
template <int L>
void grant(const System& system, State<L>& state, const BodyPlan& body, Row b) {
    const BodyKindPlan& kind = system.body_kinds[body.instance.kind];
    const FundPlan& fund = system.funds[kind.granted_by.row()];
    const Pack<L> zero(0.0), wanted = state[kind.grant];
    Pack<L> parts = zero, paid = zero;
    double count = 0;
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        if (!pays(system, fund, body.instance.place, t)) continue;
        parts += state.tables.part[t];
        ++count;
    }
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        if (!pays(system, fund, body.instance.place, t)) continue;
        const Pack<L> part = select(parts > zero, state.tables.part[t] / parts, Pack<L>(1.0 / count));
        const Pack<L> left = state.tables.own[t] + state.tables.incoming[t] - state.tables.taken_off[t];
        const Pack<L> here = min(wanted * part, max(left, zero));
        state.tables.taken_off[t] += here;
        paid += here;
    }
    state.granted += paid;
    if (!state.bodies.granted.empty()) state.bodies.granted[b] = paid;
}

}  // namespace

template <int L>
void take_off(const System& system, State<L>& state) {
    state.granted = Pack<L>(0.0);
    for (Row t = 0; t < system.tables.size(); ++t) withhold(system, state, t);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        const BodyPlan& body = system.bodies[b];
        if (body.exists && system.body_kinds[body.instance.kind].granted_by.exists())
            grant(system, state, body, b);
    }
}

template void take_off<1>(const System&, State<1>&);
template void take_off<8>(const System&, State<8>&);
template void take_off<16>(const System&, State<16>&);

}  // namespace clout
