// Uptake and imposition, place by place (MODEL.md 6.5).
#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// ū^(n^unanimity) of the bodies of one kind that count at a site: ū the C-weighted mean of g, n how many
// bodies stand behind C; 1 where nobody stands behind any of them.
template <int L>
Pack<L> consent(const System& system, const State<L>& state, Span organs, const Slot* unanimity) {
    Pack<L> behind(0.0), assent(0.0), squares(0.0);
    for (Row at = organs.first; at < organs.last; ++at) {
        const Row b = system.organs[at];
        const Pack<L> potential = state.bodies.potential[b];
        behind += potential;
        assent += potential * state.bodies.assent[b];
        if (unanimity) squares += potential * potential;
    }
    const Mask<L> anyone = behind > Pack<L>(0.0);
    Pack<L> mean = assent / behind;
    if (unanimity) {
        const Pack<L> number = select(anyone, (behind * behind) / squares, Pack<L>(1.0));
        mean = power(mean, power(number, state[*unanimity]));
    }
    return select(anyone, mean, Pack<L>(1.0));
}

template <int L>
void sign(const System& system, State<L>& state, std::size_t s, std::size_t site) {
    constexpr double kTouches = 1e-12;  // MODEL.md 6.5
    const SectorPlan& sector = system.sectors[s];
    const std::size_t cell = s * (system.places.size() + 1) + system.sites[site],
                      kinds = sector.sign_off.size();
    SiteState<L>& of = state.sites;
    const Pack<L> zero(0.0), one(1.0);
    const Slot* unanimity = system.constant_zero(sector.unanimity) ? nullptr : &sector.unanimity;
    Pack<L> uptake = one;
    for (std::size_t kind = 0; kind < kinds; ++kind)
        uptake *= consent(system, state, sector.organs[site * kinds + kind], unanimity);
    of.own[cell] = of.paid[cell] = of.work[cell] = uptake;
    of.imposed[cell] = zero;
    if (!sector.imposed_below) return;
    const Mask<L> low = uptake < state[*sector.imposed_below] - Pack<L>(kTouches);
    const Mask<L> imposes = low & (of.below[cell] >= state[sector.imposed_after]);
    of.below[cell] = select(low, of.below[cell] + one, zero);
    of.imposed[cell] = select(imposes, one, zero);
    of.paid[cell] = select(imposes, state[sector.imposed_pay], uptake);
    of.work[cell] = select(imposes, one, uptake);
}

// The mean over tables by all their money; a plain mean where there is none; what they agree on where all do.
template <int L>
Pack<L> over_tables(const System& system, const State<L>& state, const Packs<L>& at, std::size_t s) {
    const std::size_t columns = system.places.size() + 1;
    const Pack<L> first = at[s * columns + system.sites.front()];
    if (system.sites.size() == 1) return first;
    Pack<L> weighted(0.0), weight(0.0), plain(0.0);
    Mask<L> same(true);
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Pack<L>& here = at[s * columns + system.column_of(system.tables[t].place)];
        const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
        weighted += whole * here;
        weight += whole;
        plain += here;
        same &= here == first;
    }
    const Pack<L> mean = select(weight > Pack<L>(0.0), weighted / weight,
                                plain * Pack<L>(1.0 / static_cast<double>(system.tables.size())));
    return select(same, first, mean);
}

}  // namespace

template <int L>
void take_up(const System& system, State<L>& state) {
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        if (!system.sectors[s].signs_off) continue;  // it takes up everything, as from the start
        for (std::size_t site = 0; site < system.sites.size(); ++site) sign(system, state, s, site);
    }
}

template <int L>
void report_uptake(const System& system, State<L>& state) {
    const std::size_t columns = system.places.size() + 1;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        if (!system.sectors[s].signs_off) continue;
        state.sectors.own_uptake[s] = over_tables(system, state, state.sites.own, s);
        state.sectors.uptake[s] = over_tables(system, state, state.sites.paid, s);
        Pack<L> imposed(0.0);
        for (const Row column : system.sites)
            imposed = max(imposed, state.sites.imposed[s * columns + column]);
        state.sectors.imposed[s] = imposed;
    }
}

template void take_up<1>(const System&, State<1>&);
template void take_up<8>(const System&, State<8>&);
template void take_up<16>(const System&, State<16>&);
template void report_uptake<1>(const System&, State<1>&);
template void report_uptake<8>(const System&, State<8>&);
template void report_uptake<16>(const System&, State<16>&);

}  // namespace clout
