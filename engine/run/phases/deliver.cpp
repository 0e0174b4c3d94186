#include "engine/run/phases.hpp"

namespace clout {
namespace {

// a⁰: what a sector would have at this table at the status quo, unshifted, plus what its own protected funds
// expose.
template <int L>
Pack<L> expected(const System& system, const State<L>& state, Row t, std::size_t sector,
                 const Pack<L>& exposed) {
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    const std::size_t fund = system.tables[t].fund.row();
    Pack<L> part(0.0);
    for (std::size_t k = 0; k < programmes; ++k) {
        part += state.fixed.status_quo[fund * programmes + k] * state.fixed.delivery[k * sectors + sector];
    }
    return state.tables.own[t] * part + exposed * state.tables.part[t];
}

// What the protected funds of one sector expose to one fund in this round, as far as that is honoured.
template <int L>
Pack<L> exposed_by(const System& system, const State<L>& state, std::size_t sector, FundId to) {
    Pack<L> sum(0.0);
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        const FundPlan& fund = system.funds[f];
        if (fund.protected_for == SectorId(sector) && fund.exposed_to == to)
            sum += state[fund.honoured] * state.exposed[f];
    }
    return sum;
}

// New money of every sector at a table, as far as it is taken up: what offers are weighed against.
template <int L>
void note_fresh(const System& system, State<L>& state, Row t) {
    const std::size_t sectors = system.sectors.size();
    for (std::size_t s = 0; s < sectors; ++s) {
        const Pack<L> exposed = exposed_by(system, state, s, system.tables[t].fund);
        const Pack<L> fresh = max(
            state.tables.allotted[t * sectors + s] - expected(system, state, t, s, exposed), Pack<L>(0.0));
        state.tables.fresh[t * sectors + s] =
            state.sites.paid[system.cell_of(SectorId(s), system.tables[t].place)] * fresh;
    }
}

// Only the part u of a sector's new money is taken up; the rest lapses to another, which takes it without
// question.
template <int L>
void lapse(const System& system, State<L>& state, Row t) {
    const std::size_t sectors = system.sectors.size();
    const Pack<L> zero(0.0);
    Pack<L>* allotted = &state.tables.allotted[t * sectors];
    Pack<L>* moved = state.scratch[0].reserve(sectors);
    for (std::size_t s = 0; s < sectors; ++s) moved[s] = zero;
    if (!system.offers.empty()) note_fresh(system, state, t);
    for (std::size_t s = 0; s < sectors; ++s) {
        const SectorPlan& sector = system.sectors[s];
        if (!sector.signs_off) continue;
        const Pack<L> exposed = exposed_by(system, state, s, system.tables[t].fund);
        const Pack<L> fresh = max(allotted[s] - expected(system, state, t, s, exposed), zero);
        const Mask<L> anyone = state.sectors.open[s] > zero;
        const Pack<L>& paid = state.sites.paid[system.cell_of(SectorId(s), system.tables[t].place)];
        const Pack<L> lost = select(anyone, (Pack<L>(1.0) - paid) * fresh, zero);
        state.tables.lapsed[t * sectors + s] = lost;
        moved[s] -= lost;
        moved[sector.lapse_to.row()] += lost;
        state.lapsed += lost;
    }
    for (std::size_t s = 0; s < sectors; ++s) allotted[s] += moved[s];
}

// Top slice and first call are no new money: they are paid beside what is allotted, and nothing of them
// lapses.
template <int L>
void add_claims(const System& system, State<L>& state, Row t) {
    const FundPlan& fund = system.funds[system.tables[t].fund.row()];
    const SectorId slice = fund.top_slice_sector, call = fund.first_call_sector;
    Pack<L>* allotted = &state.tables.allotted[t * system.sectors.size()];
    if (slice.exists()) allotted[slice.row()] += state.tables.sliced[t];
    if (!call.exists()) return;
    const Pack<L> zero(0.0), called = state.tables.called[t];
    allotted[call.row()] += called;
    state.calls.pool[system.cell_of(call, system.tables[t].place)] +=
        select(state.sectors.open[call.row()] > zero, called, zero);
}

// Into the pools of the table's place; where a sector has nobody at all it stays unspent.
template <int L>
void pay(const System& system, State<L>& state, Row t) {
    const std::size_t sectors = system.sectors.size();
    const PlaceId place = system.tables[t].place;
    const Pack<L> zero(0.0);
    for (std::size_t s = 0; s < sectors; ++s) {
        Pack<L>& here = state.tables.allotted[t * sectors + s];
        const Pack<L> allotted = here, paid = select(state.sectors.open[s] > zero, allotted, zero);
        here = paid;  // all it gets, from now on
        state.cells.pool[system.cell_of(SectorId(s), place)] += paid;
        state.sectors.decided[s] += paid;
        if (!state.control.pool.empty()) state.control.pool[system.cell_of(SectorId(s), place)] += paid;
        state.sectors.received[s] += paid;
        state.unspent += allotted - paid;
    }
}

}  // namespace

template <int L>
void deliver(const System& system, State<L>& state) {
    const Pack<L> zero(0.0);
    SectorState<L>& of = state.sectors;
    state.lapsed = zero;
    for (auto& decided : of.decided) decided = zero;
    for (auto& pool : state.calls.pool) pool = zero;
    for (auto& pool : state.control.pool) pool = zero;
    for (Row t = 0; t < system.tables.size(); ++t) {
        lapse(system, state, t);
        add_claims(system, state, t);
        pay(system, state, t);
    }
    Pack<L> total = zero;
    for (const auto& decided : of.decided) total += decided;
    for (std::size_t s = 0; s < system.sectors.size(); ++s)
        of.share[s] = select(total > zero, of.decided[s] / total, zero);
    settle_cells(system, state);
    if (system.has_first_calls) settle_calls(system, state);
    find_control(system, state);
    if (!system.offers.empty()) pass_deals(system, state);
}

template void deliver<1>(const System&, State<1>&);
template void deliver<8>(const System&, State<8>&);
template void deliver<16>(const System&, State<16>&);

}  // namespace clout
