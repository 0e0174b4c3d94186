// Who of those whose resilience is spent is taken over, and who closes (MODEL.md 6.6); who was acquired
// before it was spent is taken over.
#include "engine/run/phases.hpp"

#include <algorithm>

namespace clout {
namespace {

template <int L>
void change_status(const System& system, State<L>& state, Failure<L>& failure, const Pack<L>& hurdle) {
    const Row i = failure.organisation;
    const bool wanted = system.sectors[system.sector_of(i).row()].taken_over_by.exists();
    const Mask<L> takeover = Mask<L>(wanted) & (state[system.dynamics.takeover] > hurdle);
    failure.taken = failure.in & (failure.acquired | takeover);
    auto& of = state.organisations;
    of.independent[i] &= !failure.in;
    of.open[i] &= !failure.closed();
    of.clout[i] = where(!failure.in, of.clout[i]);
}

// Heads are whole numbers: taking some off is exact, in any order.
template <int L>
void strike_off(const System& system, State<L>& state) {
    const std::size_t columns = system.places.size() + 1;
    for (const Failure<L>& failure : state.failures) {
        const Pack<L> one(1.0), gone = where(failure.in, one), shut = where(failure.closed(), one);
        const std::size_t cell = system.cell[failure.organisation], sector = cell / columns;
        state.cells.open[cell] -= shut;
        state.sectors.open[sector] -= shut;
        state.sectors.independent[sector] -= gone;
        state.taken_over += gone - shut;
        state.sectors.taken_over[sector] += gone - shut;
        state.sectors.closed[sector] += shut;
        if (!state.control.heads.empty()) {
            state.control.heads[cell] += gone - shut;
            state.control.income[cell] +=
                where(failure.taken, state.organisations.income[failure.organisation]);
        }
        state.closed += shut;
    }
}

}  // namespace

template <int L>
void change_statuses(const System& system, State<L>& state) {
    constexpr std::size_t kAbreast = 16,
                          kWorthWhile = 128;  // [failures] whose draws are made together; a part
    in_parts(state.crew, state.failures.size(), kWorthWhile,
             [&](std::size_t first, std::size_t last, std::size_t) {
                 std::uint64_t names[kAbreast];
                 Pack<L> hurdles[kAbreast];
                 std::fill(hurdles, hurdles + kAbreast, Pack<L>(0.5));
                 for (std::size_t n; first < last; first += n) {
                     n = std::min(kAbreast, last - first);
                     Failure<L>* some = &state.failures[first];
                     for (std::size_t f = 0; f < n; ++f)
                         names[f] = system.organisations[some[f].organisation].name;
                     if (system.stochastic)
                         state.luck.uniforms({names, n}, state.round, Purpose::takeover, hurdles);
                     for (std::size_t f = 0; f < n; ++f) change_status(system, state, some[f], hurdles[f]);
                 }
             });
    strike_off(system, state);
}

template void change_statuses<1>(const System&, State<1>&);
template void change_statuses<8>(const System&, State<8>&);
template void change_statuses<16>(const System&, State<16>&);

}  // namespace clout
