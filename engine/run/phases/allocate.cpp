#include "engine/run/phases.hpp"

namespace clout {
namespace {

// What each sector is allotted at one table: the top slice first, the rest by split and delivery.
template <int L>
void allot(const System& system, State<L>& state, Row t) {
    const FundPlan& fund = system.funds[system.tables[t].fund.row()];
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
    const Pack<L> slice = fund.top_slice_sector.exists() ? whole * state[fund.top_slice] : Pack<L>(0.0);
    const Pack<L> rest = whole - slice;
    const Pack<L>* split = &state.tables.split[t * programmes];
    Pack<L>* allotted = &state.tables.allotted[t * sectors];
    for (std::size_t s = 0; s < sectors; ++s) {
        Pack<L> part(0.0);
        for (std::size_t k = 0; k < programmes; ++k)
            part += split[k] * state.fixed.shifted_delivery[k * sectors + s];
        allotted[s] = rest * part;
    }
    if (fund.top_slice_sector.exists()) allotted[fund.top_slice_sector.row()] += slice;
}

// A programme's money over all decided funds, after top slices.
template <int L>
Pack<L> programme_money(const System& system, const State<L>& state, ProgrammeId programme) {
    const std::size_t programmes = system.programmes.size();
    Pack<L> money(0.0);
    for (Row t = 0; t < system.tables.size(); ++t) {
        const FundPlan& fund = system.funds[system.tables[t].fund.row()];
        const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
        const Pack<L> slice = fund.top_slice_sector.exists() ? whole * state[fund.top_slice] : Pack<L>(0.0);
        money += (whole - slice) * state.tables.split[t * programmes + programme.row()];
    }
    return money;
}

// Work that shifts becomes need of those who take it on, whether or not the money follows.
template <int L>
void shift_need(const System& system, State<L>& state) {
    SectorState<L>& of = state.sectors;
    const Pack<L> zero(0.0);
    for (auto& need : of.shifted_need) need = zero;
    for (const ShiftPlan& shift : system.shifts) {
        const Pack<L> activity =
            state[shift.share] * of.uptake[shift.to.row()] * programme_money(system, state, shift.programme);
        of.shifted_need[shift.to.row()] += activity;
        of.shifted_need[shift.from.row()] -= activity;
    }
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const Mask<L> paid = of.income[s] > zero;
        of.need_rate[s] = select(paid, of.shifted_need[s] / of.income[s], zero);
        of.need_head[s] = select((of.open[s] > zero) & !paid, of.shifted_need[s] / of.open[s], zero);
    }
}

}  // namespace

template <int L>
void allocate(const System& system, State<L>& state) {
    set_amounts(system, state);
    for (Row t = 0; t < system.tables.size(); ++t) allot(system, state, t);
    shift_need(system, state);
}

template void allocate<1>(const System&, State<1>&);
template void allocate<8>(const System&, State<8>&);
template void allocate<16>(const System&, State<16>&);

}  // namespace clout
