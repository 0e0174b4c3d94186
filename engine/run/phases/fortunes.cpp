// What a round did to whole sectors, before their organisations adapt to it (MODEL.md 6.6).
#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// [1 or 0] Whether something is imposed on organisations of a sector in a place, the last column for those in
// no place: there, or at a table without place; on these wherever it is.
template <int L>
Pack<L> imposed_on(const System& system, const State<L>& state, std::size_t sector, std::size_t column) {
    const std::size_t columns = system.places.size() + 1, first = sector * columns;
    const Packs<L>& at = state.sites.imposed;
    return column + 1 == columns ? state.sectors.imposed[sector]
                                 : max(at[first + column], at[first + columns - 1]);
}

// What moves the commitment of all organisations of a sector in a place: the sector's success, clip( share
// now / share at the start − 1, −1, 1 ), and what was imposed there.
template <int L>
void find_drifts(const System& system, State<L>& state) {
    const Pack<L> zero(0.0), one(1.0);
    const std::size_t columns = system.places.size() + 1;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const Pack<L> start = state.sectors.start_share[s], change = state.sectors.share[s] / start - one;
        const Pack<L> gain = select(start > zero, max(min(change, one), -one), zero);
        for (std::size_t column = 0; column < columns; ++column) {
            state.cells.drift[s * columns + column] =
                state[system.dynamics.success] * gain -
                imposed_on(system, state, s, column) * state[system.sectors[s].imposition_cost];
        }
    }
}

// exp( cumulative_advantage (share now − share at the start) ): every point won makes the same difference. 1
// where nobody has decided money now, or had any at the start.
template <int L>
void find_advantages(const System& system, State<L>& state) {
    const Pack<L> zero(0.0);
    Pack<L> now = zero, start = zero;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        now += state.sectors.share[s];
        start += state.sectors.start_share[s];
    }
    const Mask<L> known = (now > zero) & (start > zero);
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const Pack<L> won = select(known, state.sectors.share[s] - state.sectors.start_share[s], zero);
        state.sectors.advantage[s] = exp(state[system.dynamics.cumulative_advantage] * won);
    }
}

// How needs have grown, sector by sector.
template <int L>
void find_demands(const System& system, State<L>& state, const Pack<L>& outside) {
    const double years = static_cast<double>(state.round) * system.dt;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const auto& own = system.sectors[s].demand_growth;
        state.sectors.demand[s] = own ? power(Pack<L>(1.0) + state[*own], Pack<L>(years)) : outside;
    }
}

}  // namespace

bool gains_make_clout(const System& system) {
    bool makes = !system.constant_zero(system.dynamics.cumulative_advantage);
    for (const ShiftPlan& shift : system.shifts) makes = makes || !system.constant_zero(shift.clout);
    return makes;
}

template <int L>
Pack<L> outside_growth(const System& system, const State<L>& state) {
    const double years = static_cast<double>(state.round) * system.dt;
    return power(Pack<L>(1.0) + state[system.dynamics.demand_growth], Pack<L>(years));
}

template <int L>
void find_fortunes(const System& system, State<L>& state) {
    find_drifts(system, state);
    find_demands(system, state, outside_growth(system, state));
    if (gains_make_clout(system)) find_advantages(system, state);
}

template Pack<1> outside_growth<1>(const System&, const State<1>&);
template Pack<8> outside_growth<8>(const System&, const State<8>&);
template Pack<16> outside_growth<16>(const System&, const State<16>&);
template void find_fortunes<1>(const System&, State<1>&);
template void find_fortunes<8>(const System&, State<8>&);
template void find_fortunes<16>(const System&, State<16>&);

}  // namespace clout
