// Who disposes of decided money: a practice run by a trust is paid as before, but the trust decides (MODEL.md
// 8).
#include "engine/run/phases.hpp"

namespace clout {

template <int L>
void find_control(const System& system, State<L>& state) {
    SectorState<L>& of = state.sectors;
    of.controlled = of.decided;
    of.independent_decided = of.decided;
    if (!system.has_takeovers) return;
    ControlState<L>& control = state.control;
    const std::size_t columns = system.places.size() + 1;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const SectorId master = system.sectors[s].taken_over_by;
        if (!master.exists()) continue;
        settle_sector(system, state, s, control.pool, control.rate, control.head);
        Pack<L> lost(0.0);
        for (std::size_t cell = s * columns; cell < (s + 1) * columns; ++cell)
            lost += control.rate[cell] * control.income[cell] + control.head[cell] * control.heads[cell];
        of.controlled[s] -= lost;
        of.independent_decided[s] -= lost;
        of.controlled[master.row()] += lost;
    }
}

template void find_control<1>(const System&, State<1>&);
template void find_control<8>(const System&, State<8>&);
template void find_control<16>(const System&, State<16>&);

}  // namespace clout
