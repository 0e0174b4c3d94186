#include "engine/run/phases.hpp"

namespace clout {
namespace {

// The mean of a fund's splits, each weighted with its part of the fund's amount; where parts have dates, with
// its own amount of the round (equally where nobody has any).
template <int L>
void mean_split(const System& system, const State<L>& state, const FundPlan& fund, Pack<L>* mean) {
    const std::size_t programmes = system.programmes.size();
    Pack<L> own(0.0);
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) own += state.tables.own[t];
    const Pack<L> equal(1.0 / static_cast<double>(fund.tables.size()));
    for (std::size_t k = 0; k < programmes; ++k) mean[k] = Pack<L>(0.0);
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        const Pack<L> part = fund.dated_parts ? select(own > Pack<L>(0.0), state.tables.own[t] / own, equal)
                                              : state.tables.part[t];
        for (std::size_t k = 0; k < programmes; ++k) mean[k] += part * state.tables.split[t * programmes + k];
    }
}

// z for one place, or for bodies without one (MODEL.md 5): the split of the first decided fund whose board
// has no place; if every board has one, that of the first decided fund at the place, or its mean where there
// is none.
template <int L>
void standing_split(const System& system, const State<L>& state, PlaceId place, Pack<L>* z) {
    const std::size_t programmes = system.programmes.size();
    const FundPlan* first = nullptr;
    Row table = kNoRow;
    for (const FundPlan& fund : system.funds) {
        if (fund.tables.size() == 0) continue;
        if (first == nullptr) first = &fund;
        if (!system.tables[fund.tables.first].place.exists()) {
            table = fund.tables.first;
            break;
        }
    }
    for (Row t = 0; table == kNoRow && place.exists() && t < system.tables.size(); ++t) {
        if (system.tables[t].place == place) table = t;
    }
    if (table != kNoRow) {
        for (std::size_t k = 0; k < programmes; ++k) z[k] = state.tables.split[table * programmes + k];
    } else if (first != nullptr) {
        mean_split(system, state, *first, z);
    } else {  // no decided fund at all: nothing is leant to more than anything else
        for (std::size_t k = 0; k < programmes; ++k) z[k] = Pack<L>(1.0 / static_cast<double>(programmes));
    }
}

// The plain mean over the instances of a kind; of bodies, those that spoke last round. How many there were.
template <int L>
Pack<L> kind_mean(const System& system, const State<L>& state, const LeaningKind& kind, Pack<L>* mean) {
    const std::size_t programmes = system.programmes.size();
    Pack<L> count(0.0);
    for (std::size_t k = 0; k < programmes; ++k) mean[k] = Pack<L>(0.0);
    const auto add = [&](const Pack<L>& weight, const Pack<L>* position) {
        count += weight;
        for (std::size_t k = 0; k < programmes; ++k) mean[k] += weight * position[k];
    };
    if (kind.of_bodies) {
        const Span rows = system.body_kind_rows[kind.kind];
        for (Row b = rows.first; b < rows.last; ++b)
            add(state.bodies.speaks[b], &state.bodies.message[b * programmes]);
    } else {
        for (Row i = 0; i < system.organisations.size(); ++i) {
            if (system.organisations[i].kind == kind.kind)
                add(Pack<L>(1.0), &state.organisations.position[i * programmes]);
        }
    }
    const Pack<L> scale = Pack<L>(1.0) / max(count, Pack<L>(1.0));
    for (std::size_t k = 0; k < programmes; ++k) mean[k] *= scale;
    return count;
}

}  // namespace

template <int L>
void find_leanings(const System& system, State<L>& state) {
    const std::size_t programmes = system.programmes.size(), places = system.places.size();
    Pack<L>* leaning = state.bodies.leaning.data();
    for (std::size_t p = 0; p <= places; ++p)
        standing_split(system, state, p < places ? PlaceId(p) : PlaceId{}, leaning + p * programmes);
    Pack<L>* mean = state.scratch[0].reserve(programmes);
    const LeaningKind* known = nullptr;  // whose mean that is: the same in every place
    Pack<L> spoke(0.0);
    for (std::size_t j = 0; j < system.leaning_kinds.size(); ++j) {
        const LeaningKind& kind = system.leaning_kinds[j];
        if (known == nullptr || kind.of_bodies != known->of_bodies || kind.kind != known->kind)
            spoke = kind_mean(system, state, kind, mean);
        known = &kind;
        // Where none spoke, the standing split of the place.
        const Pack<L>* standing = leaning + (kind.place.exists() ? kind.place.row() : places) * programmes;
        Pack<L>* to = leaning + (places + 1 + j) * programmes;
        for (std::size_t k = 0; k < programmes; ++k)
            to[k] = select(spoke > Pack<L>(0.0), mean[k], standing[k]);
    }
}

template void find_leanings<1>(const System&, State<1>&);
template void find_leanings<8>(const System&, State<8>&);
template void find_leanings<16>(const System&, State<16>&);

}  // namespace clout
