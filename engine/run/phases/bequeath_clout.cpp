// Takeovers (MODEL.md 6.6): the clout that an organisation spoke with goes to the largest independent one of
// the sector named, of its place if there is any.
#include "engine/run/phases.hpp"
#include "engine/run/phases/peers.hpp"

namespace clout {
namespace {

constexpr double kNobody = -1, kNotSearched = -2;

// The row of the largest in every lane; of equals, the first in the scenario's order.
template <int L>
Pack<L> largest(const System& system, const State<L>& state, const Peers& peers) {
    const auto& of = state.organisations;
    const Pack<L> zero(0.0);
    Pack<L> best(kNobody), income(zero), order(zero);
    for (Row at = peers.rows.first; at < peers.rows.last; ++at) {
        const Row i = peers[at];
        const Pack<L> own(static_cast<double>(system.order[i]));
        const Mask<L> ahead =
            (best < zero) | (of.income[i] > income) | ((of.income[i] == income) & (own < order));
        const Mask<L> takes = ahead & of.independent[i];
        best = select(takes, Pack<L>(static_cast<double>(i)), best);
        income = select(takes, of.income[i], income);
        order = select(takes, own, order);
    }
    return best;
}

// Nobody's income or independence changes while clout is handed over, so each group is searched once.
template <int L>
const Pack<L>& largest_known(const System& system, State<L>& state, const Peers& peers, std::size_t row) {
    Succession<L>& known = state.succession;
    if (known.largest.empty()) known.largest.assign(system.cells() + system.sectors.size(), kNotSearched);
    if (known.largest[row][0] == kNotSearched) {
        known.largest[row] = largest(system, state, peers);
        known.searched.push_back(static_cast<Row>(row));
    }
    return known.largest[row];
}

template <int L>
void bequeath_clout(const System& system, State<L>& state, const Failure<L>& failure) {
    const Pack<L> zero(0.0);
    const std::size_t sector =
        system.sectors[system.sector_of(failure.organisation).row()].taken_over_by.row();
    const PlaceId place = system.organisations[failure.organisation].place;
    Pack<L> heir = largest_known(system, state, sector_peers(system, sector), system.cells() + sector);
    if (place.exists()) {
        const std::size_t cell = sector * (system.places.size() + 1) + place.row();
        const Pack<L>& near = largest_known(system, state, cell_peers(system, cell), cell);
        heir = select(near >= zero, near, heir);
    }
    const std::uint32_t lanes = lanes_set(failure.taken & (heir >= zero));
    for (std::size_t lane = 0; lane < L; ++lane) {
        if ((lanes >> lane & 1u) == 0) continue;
        Pack<L>& clout = state.organisations.clout0[static_cast<std::size_t>(heir[lane])];
        clout.set(lane, clout[lane] + failure.spoke[lane]);
    }
}

}  // namespace

template <int L>
void bequeath_clout(const System& system, State<L>& state) {
    Succession<L>& known = state.succession;
    for (const Failure<L>& failure : state.failures) {
        if (any(failure.taken)) bequeath_clout(system, state, failure);
    }
    for (const Row row : known.searched) known.largest[row] = Pack<L>(kNotSearched);
    known.searched.clear();
}

template void bequeath_clout<1>(const System&, State<1>&);
template void bequeath_clout<8>(const System&, State<8>&);
template void bequeath_clout<16>(const System&, State<16>&);

}  // namespace clout
