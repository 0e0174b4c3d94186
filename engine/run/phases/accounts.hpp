// What phases reckon of one organisation or one body: what it is paid, has and needs, what it feeds back and
// passes on.
#pragma once

#include "engine/run/state.hpp"

#include <algorithm>

namespace clout {

// How many of `count` rows, which all organisations together stand behind, are worth a thread's while.
[[nodiscard]] inline std::size_t grain(std::size_t count, const System& system) {
    constexpr std::size_t kOrganisations = 512;  // some 20 µs of work in 16 lanes
    return std::max<std::size_t>(
        count * kOrganisations / std::max<std::size_t>(system.organisations.size(), 1), 1);
}

// Σ weight over some independent organisations: their incomes, or 1 each where nobody has any; 1 where there
// is nobody. sum(weight_of) adds up what is weighted, anew each time, and returns Σ weight_of(i).
template <int L, class Sum>
[[nodiscard]] CLOUT_INLINE Pack<L> weigh_by_income(const OrganisationState<L>& of, Sum sum) {
    const Pack<L> zero(0.0), one(1.0);
    Pack<L> total = sum([&](Row i) CLOUT_LAMBDA { return where(of.independent[i], of.income[i]); });
    const Mask<L> paid = total > zero;
    if (all(paid)) return total;
    total =
        sum([&](Row i) CLOUT_LAMBDA { return where(of.independent[i], select(paid, of.income[i], one)); });
    return select(total > zero, total, one);
}

// [£m a year] What one organisation is paid.
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> paid_to(const System& system, const State<L>& state, Row i) {
    const auto& of = state.organisations;
    const Row cell = system.cell[i];
    return of.income[i] * state.cells.rate[cell] + where(of.open[i], state.cells.head[cell]);
}

// [£m a year] All that one organisation has: `outside` is what its other income has grown by (6.6).
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> total_of(const System& system, const State<L>& state, Row i,
                                            const Pack<L>& outside) {
    const auto& of = state.organisations;
    const Pack<L> total = of.other[i] * outside + paid_to(system, state, i);
    if (of.dues.empty() && of.deals.empty()) return total;
    const Pack<L> zero(0.0), due = of.dues.empty() ? zero : of.dues[i],
                             deal = of.deals.empty() ? zero : of.deals[i];
    return max(total + deal - due, zero);
}

// [£m a year] What one organisation needs: its own need grown, and work that shifted to it (6.6).
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> need_of(const State<L>& state, Row i, std::size_t sector) {
    const auto& of = state.organisations;
    const Pack<L> plain = of.base[i] * state.sectors.demand[sector];
    const Pack<L> shifted =
        of.income[i] * state.sectors.need_rate[sector] + where(of.open[i], state.sectors.need_head[sector]);
    return max(plain + shifted, plain * Pack<L>(0.01));
}

// What a body feeds back to its members: less where its upkeep is not paid (6.1, 6.6).
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> feedback_of(const System& system, const State<L>& state, Row body) {
    const Pack<L> plain = state[system.body_kinds[system.bodies[body].instance.kind].feedback];
    return state.bodies.funded.empty() ? plain : plain * state.bodies.funded[body];
}

// How faithfully a body says what its members want: less where somebody else pays for its voice (6.2).
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> fidelity_of(const System& system, const State<L>& state, Row body) {
    const BodyKindPlan& kind = system.body_kinds[system.bodies[body].instance.kind];
    const Pack<L> plain = state[kind.fidelity];
    if (!kind.granted_by.exists()) return plain;
    const Pack<L> zero(0.0), upkeep = state[kind.upkeep];
    return plain *
           (Pack<L>(1.0) - select(upkeep > zero, state[kind.capture] * state[kind.grant] / upkeep, zero));
}

// ½‖a − b‖² over programmes: how far two positions stand apart, 0 … 1.
template <int L>
[[nodiscard]] inline Pack<L> distance(const Pack<L>* a, const Pack<L>* b, std::size_t programmes) {
    Pack<L> sum(0.0);
    for (std::size_t k = 0; k < programmes; ++k) {
        const Pack<L> apart = a[k] - b[k];
        sum += apart * apart;
    }
    return sum * Pack<L>(0.5);
}

}  // namespace clout
