#include "engine/run/phases.hpp"

namespace clout {
namespace {

// Of what a table has to divide: the top slice first, then the first call; what is left.
template <int L>
void claim(const System& system, State<L>& state, Row t) {
    const FundPlan& fund = system.funds[system.tables[t].fund.row()];
    Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
    if (!state.tables.taken_off.empty()) whole -= state.tables.taken_off[t];
    Pack<L>& rest = state.tables.rest[t];
    state.tables.sliced[t] = fund.top_slice_sector.exists() ? whole * state[fund.top_slice] : Pack<L>(0.0);
    rest = whole - state.tables.sliced[t];
    if (!fund.first_call_sector.exists()) return;
    state.tables.called[t] = call_first(system, state, t, whole);
    rest -= state.tables.called[t];
}

// What each sector is allotted of the rest at one table, by split and delivery.
template <int L>
void allot(const System& system, State<L>& state, Row t) {
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    const Pack<L> rest = state.tables.rest[t];
    const Pack<L>* split = &state.tables.split[t * programmes];
    Pack<L>* allotted = &state.tables.allotted[t * sectors];
    for (std::size_t s = 0; s < sectors; ++s) {
        Pack<L> part(0.0);
        for (std::size_t k = 0; k < programmes; ++k)
            part += split[k] * state.fixed.shifted_delivery[k * sectors + s];
        allotted[s] = rest * part;
    }
}

// [£m a year] The work of a programme that a shift moves, table by table, where it is taken up.
template <int L>
Pack<L> activity_of(const System& system, const State<L>& state, const ShiftPlan& shift) {
    const std::size_t programmes = system.programmes.size();
    Pack<L> money(0.0);
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Pack<L>& work = state.sites.work[system.cell_of(shift.to, system.tables[t].place)];
        money += work * state.tables.rest[t] * state.tables.split[t * programmes + shift.programme.row()];
    }
    return state[shift.share] * money;
}

// Work that shifts becomes need of those who take it on, whether or not the money follows; and clout, as who
// does the work is listened to.
template <int L>
void shift_work(const System& system, State<L>& state) {
    SectorState<L>& of = state.sectors;
    const Pack<L> zero(0.0);
    for (auto* figures : {&of.shifted_need, &of.work_rate}) figures->assign(figures->size(), zero);
    for (const ShiftPlan& shift : system.shifts) {
        const Pack<L> activity = activity_of(system, state, shift);
        of.shifted_need[shift.to.row()] += activity;
        of.shifted_need[shift.from.row()] -= activity;
        of.work_rate[shift.to.row()] += state[shift.clout] * activity;
    }
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const Mask<L> paid = of.income[s] > zero, anyone = (of.open[s] > zero) & !paid;
        const Pack<L> clout = of.work_rate[s];
        of.need_rate[s] = select(paid, of.shifted_need[s] / of.income[s], zero);
        of.need_head[s] = select(anyone, of.shifted_need[s] / of.open[s], zero);
        of.work_rate[s] = select(paid, clout / of.income[s], zero);
        of.work_head[s] = select(anyone, clout / of.open[s], zero);
    }
}

}  // namespace

template <int L>
void allocate(const System& system, State<L>& state) {
    set_amounts(system, state);
    report_uptake(system, state);
    if (system.takes_off) take_off(system, state);
    for (Row t = 0; t < system.tables.size(); ++t) {
        claim(system, state, t);
        allot(system, state, t);
    }
    shift_work(system, state);
}

template void allocate<1>(const System&, State<1>&);
template void allocate<8>(const System&, State<8>&);
template void allocate<16>(const System&, State<16>&);

}  // namespace clout
