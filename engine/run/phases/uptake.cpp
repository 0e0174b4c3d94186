#include "engine/run/phases.hpp"

namespace clout {
namespace {

// The C-weighted mean of g over bodies of one kind; 1 where nobody stands behind any of them.
template <int L>
Pack<L> consent(const State<L>& state, Span bodies) {
    Pack<L> behind(0.0), assent(0.0);
    for (Row b = bodies.first; b < bodies.last; ++b) {
        behind += state.bodies.potential[b];
        assent += state.bodies.potential[b] * state.bodies.assent[b];
    }
    return select(behind > Pack<L>(0.0), assent / behind, Pack<L>(1.0));
}

}  // namespace

template <int L>
void take_up(const System& system, State<L>& state) {
    const Pack<L> zero(0.0), one(1.0);
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const SectorPlan& sector = system.sectors[s];
        SectorState<L>& of = state.sectors;
        Pack<L> uptake = one;
        for (const Span& kind : sector.sign_off) uptake *= consent(state, kind);
        of.own_uptake[s] = of.uptake[s] = uptake;
        of.imposed[s] = zero;
        if (!sector.imposed_below) continue;
        const Mask<L> low = uptake < state[*sector.imposed_below];
        const Mask<L> imposes = low & (of.below[s] >= state[sector.imposed_after]);
        of.below[s] = select(low, of.below[s] + one, zero);
        of.imposed[s] = select(imposes, one, zero);
        of.uptake[s] = select(imposes, one, uptake);
    }
}

template void take_up<1>(const System&, State<1>&);
template void take_up<8>(const System&, State<8>&);
template void take_up<16>(const System&, State<16>&);

}  // namespace clout
