// Unity has a bill, and who is not committed does not pay it (MODEL.md 5, 6.6).
#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// What each independent organisation below a body owes: what the grant leaves of the upkeep, by income, in
// equal parts where nobody has any. It pays as much of that as it is committed. Hands over (organisation,
// what it pays).
template <int L, class Take>
void each_due(const System& system, const State<L>& state, const BodyPlan& body, Take take) {
    const auto& of = state.organisations;
    const BodyKindPlan& kind = system.body_kinds[body.instance.kind];
    const Pack<L> zero(0.0), one(1.0), bill = max(state[kind.upkeep] - state[kind.grant], zero);
    Pack<L> income = zero, heads = zero;
    for (Row at = body.below.first; at < body.below.last; ++at) {
        const Row i = system.below[at];
        income += where(of.independent[i], of.income[i]);
        heads += where(of.independent[i], one);
    }
    const Mask<L> by_income = income > zero;
    const Pack<L> whole = select(by_income, income, max(heads, one));
    for (Row at = body.below.first; at < body.below.last; ++at) {
        const Row i = system.below[at];
        const Pack<L> part = where(of.independent[i], select(by_income, of.income[i], one)) / whole;
        take(i, bill * part * of.commitment[i]);
    }
}

bool has_bill(const System& system, const BodyPlan& body) {
    return !body.board && !system.constant_zero(system.body_kinds[body.instance.kind].upkeep);
}

}  // namespace

template <int L>
Pack<L> mandate_given(const System& system, const State<L>& state, const BodyPlan& body) {
    const BodyKindPlan& kind = system.body_kinds[body.instance.kind];
    const Pack<L> mandate = state[kind.mandate];
    if (system.constant_zero(kind.size_penalty)) return mandate;
    const Pack<L> size(static_cast<double>(std::max<Row>(body.below.size(), 1)));
    return mandate * power(size, -state[kind.size_penalty]);
}

template <int L>
void collect_dues(const System& system, State<L>& state) {
    for (auto& dues : state.organisations.dues) dues = Pack<L>(0.0);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (!has_bill(system, system.bodies[b])) continue;
        Pack<L> paid = state.bodies.granted[b];
        each_due(system, state, system.bodies[b], [&](Row i, const Pack<L>& pays) {
            state.organisations.dues[i] += pays;
            paid += pays;
        });
        state.bodies.granted[b] = paid;  // all that was paid, until it is settled
    }
}

template <int L>
void settle_upkeep(const System& system, State<L>& state) {
    const Pack<L> zero(0.0), one(1.0);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (!has_bill(system, system.bodies[b])) continue;
        const Pack<L> upkeep = state[system.body_kinds[system.bodies[b].instance.kind].upkeep];
        state.bodies.funded[b] = select(upkeep > zero, min(state.bodies.granted[b] / upkeep, one), one);
        state.bodies.granted[b] = zero;
    }
}

template Pack<1> mandate_given<1>(const System&, const State<1>&, const BodyPlan&);
template Pack<8> mandate_given<8>(const System&, const State<8>&, const BodyPlan&);
template Pack<16> mandate_given<16>(const System&, const State<16>&, const BodyPlan&);
template void collect_dues<1>(const System&, State<1>&);
template void collect_dues<8>(const System&, State<8>&);
template void collect_dues<16>(const System&, State<16>&);
template void settle_upkeep<1>(const System&, State<1>&);
template void settle_upkeep<8>(const System&, State<8>&);
template void settle_upkeep<16>(const System&, State<16>&);

}  // namespace clout
