// Mandates that wear off and champions who leave (MODEL.md 6.6).
#include "engine/run/phases.hpp"

namespace clout {

// What is not fed back to members wears off, and a champion is a person.
template <int L>
void wear_off(const System& system, State<L>& state, Row b) {
    BodyState<L>& of = state.bodies;
    const BodyKindPlan& kind = system.body_kinds[system.bodies[b].instance.kind];
    const Pack<L> kept = feedback_of(system, state, b) * of.mandate0[b];
    of.mandate[b] = kept + (of.mandate[b] - kept) * state.fixed.fade;
    if (system.constant_zero(kind.champion) || system.constant_zero(system.dynamics.champion_exit)) return;
    const Draw draw{system.bodies[b].instance.name, state.round, Purpose::champion, 0};
    const Pack<L> hurdle = system.stochastic ? state.luck.uniform(draw) : Pack<L>(0.5);
    const Mask<L> leaves = state.fixed.leave > hurdle;
    of.left[b] = of.left[b] | (leaves & (of.champion[b] > Pack<L>(0.0)));  // who is not there cannot leave
    of.champion[b] = select(leaves, Pack<L>(0.0), of.champion[b]);
}

template void wear_off<1>(const System&, State<1>&, Row);
template void wear_off<8>(const System&, State<8>&, Row);
template void wear_off<16>(const System&, State<16>&, Row);

}  // namespace clout
