#include "engine/run/phases.hpp"

namespace clout {
namespace {

template <int L>
void add(Count<L>& to, const Count<L>& count) {
    to.income += count.income;
    to.open += count.open;
    to.independent += count.independent;
    to.other += count.other;
    to.base += count.base;
    to.list += count.list;
}

template <int L>
Count<L> count(const System& system, const OrganisationState<L>& of, Span stretch) {
    const Pack<L> one(1.0);
    Count<L> sum;
    for (Row at = stretch.first; at < stretch.last; ++at) {
        const Row i = system.cell_member[at];
        add(sum, {of.income[i], where(of.open[i], one), where(of.independent[i], one), of.other[i],
                  of.base[i], of.list[i]});
    }
    return sum;
}

}  // namespace

// Stretch by stretch, then cell by cell: the order of the sums does not depend on who makes them.
template <int L>
void tally(const System& system, State<L>& state, const Mask<L>& where) {
    const std::size_t stretches = system.stretches.size(), columns = system.places.size() + 1;
    state.counts.resize(stretches);
    in_parts(state.crew, stretches, grain(stretches, system),
             [&](std::size_t first, std::size_t last, std::size_t) {
                 for (std::size_t at = first; at < last; ++at)
                     state.counts[at] = count(system, state.organisations, system.stretches[at]);
             });
    const auto note = [&](Pack<L>& figure, const Pack<L>& now) { figure = select(where, now, figure); };
    Count<L> all;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        Count<L> sector;
        for (std::size_t c = s * columns; c < (s + 1) * columns; ++c) {
            Count<L> cell;
            for (Row at = system.stretch_first[c]; at < system.stretch_first[c + 1]; ++at)
                add(cell, state.counts[at]);
            note(state.cells.income[c], cell.income);
            note(state.cells.open[c], cell.open);
            add(sector, cell);
        }
        note(state.sectors.income[s], sector.income);
        note(state.sectors.open[s], sector.open);
        note(state.sectors.independent[s], sector.independent);
        add(all, sector);
    }
    note(state.sum_other, all.other);
    note(state.sum_base, all.base);
    note(state.patients, all.list);
    note(state.taken_over, all.open - all.independent);
    note(state.closed, Pack<L>(static_cast<double>(system.organisations.size())) - all.open);
}

template void tally<1>(const System&, State<1>&, const Mask<1>&);
template void tally<8>(const System&, State<8>&, const Mask<8>&);
template void tally<16>(const System&, State<16>&, const Mask<16>&);

}  // namespace clout
