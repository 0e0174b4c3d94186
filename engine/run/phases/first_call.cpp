// First calls (MODEL.md 6.4, 6.6): somebody's overspending is met before anybody's plans (Kornai's soft
// budget constraint).
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// Σ over some organisations not closed of what they need beyond what they have, called money left out.
template <int L>
Pack<L> unmet(const System& system, const State<L>& state, Span stretch, std::size_t sector,
              const Pack<L>& outside) {
    const auto& of = state.organisations;
    Pack<L> sum(0.0);
    for (Row at = stretch.first; at < stretch.last; ++at) {
        const Row i = system.cell_member[at], cell = system.cell[i];
        const Pack<L> called =
            of.income[i] * state.calls.rate[cell] + where(of.open[i], state.calls.head[cell]);
        const Pack<L> total = total_of(system, state, i, outside);
        sum += where(of.open[i], need_of(state, i, sector) - (total - called));
    }
    return sum;
}

// Unmet need of each cell of a sector, stretch by stretch, so that the order of the sums is always the same.
template <int L>
void find_cells(const System& system, State<L>& state, std::size_t sector, const Pack<L>& outside) {
    const std::size_t columns = system.places.size() + 1, first = sector * columns;
    const Row from = system.stretch_first[first], to = system.stretch_first[first + columns];
    in_parts(state.crew, to - from, grain(system.stretches.size(), system),
             [&](std::size_t some, std::size_t last, std::size_t) {
                 for (std::size_t at = from + some; at < from + last; ++at)
                     state.calls.of_stretch[at] = unmet(system, state, system.stretches[at], sector, outside);
             });
    for (std::size_t cell = first; cell < first + columns; ++cell) {
        Pack<L> sum(0.0);
        for (Row at = system.stretch_first[cell]; at < system.stretch_first[cell + 1]; ++at)
            sum += state.calls.of_stretch[at];
        state.calls.of_cell[cell] = sum;
    }
}

// A table's part of its fund among the boards of its place; equal parts where these have none.
template <int L>
Pack<L> part_in_place(const System& system, const State<L>& state, const FundPlan& fund, Row table) {
    Pack<L> parts(0.0);
    double boards = 0;
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        if (system.tables[t].place != system.tables[table].place) continue;
        parts += state.tables.part[t];
        ++boards;
    }
    return select(parts > Pack<L>(0.0), state.tables.part[table] / parts, Pack<L>(1.0 / boards));
}

// Of a place: its own and its part of what those in no place lack, each at least 0. Of no place: all that the
// sector lacks.
template <int L>
Pack<L> gap_at(const System& system, const State<L>& state, const FundPlan& fund, Row table) {
    const std::size_t columns = system.places.size() + 1, first = fund.first_call_sector.row() * columns;
    const Packs<L>& lacks = state.calls.of_cell;
    const Pack<L> zero(0.0), part = part_in_place(system, state, fund, table);
    const PlaceId place = system.tables[table].place;
    if (place.exists()) {
        return part * max(lacks[first + place.row()], zero) +
               state.tables.part[table] * max(lacks[first + columns - 1], zero);
    }
    Pack<L> all = zero;
    for (std::size_t cell = first; cell < first + columns; ++cell) all += lacks[cell];
    return part * max(all, zero);
}

}  // namespace

template <int L>
Pack<L> call_first(const System& system, const State<L>& state, Row table, const Pack<L>& left) {
    const FundPlan& fund = system.funds[system.tables[table].fund.row()];
    return min(state[fund.first_call_limit] * left,
               state[fund.first_call_softness] * state.tables.gap[table]);
}

template <int L>
void settle_calls(const System& system, State<L>& state) {
    CallState<L>& of = state.calls;
    for (const FundPlan& fund : system.funds) {
        if (fund.first_call_sector.exists())
            settle_sector(system, state, fund.first_call_sector.row(), of.pool, of.rate, of.head);
    }
}

template <int L>
void find_gaps(const System& system, State<L>& state) {
    const Pack<L> outside = outside_growth(system, state);
    for (const FundPlan& fund : system.funds) {
        if (!fund.first_call_sector.exists()) continue;
        find_cells(system, state, fund.first_call_sector.row(), outside);
        for (Row t = fund.tables.first; t < fund.tables.last; ++t)
            state.tables.gap[t] = gap_at(system, state, fund, t);
    }
}

template Pack<1> call_first<1>(const System&, const State<1>&, Row, const Pack<1>&);
template Pack<8> call_first<8>(const System&, const State<8>&, Row, const Pack<8>&);
template Pack<16> call_first<16>(const System&, const State<16>&, Row, const Pack<16>&);
template void settle_calls<1>(const System&, State<1>&);
template void settle_calls<8>(const System&, State<8>&);
template void settle_calls<16>(const System&, State<16>&);
template void find_gaps<1>(const System&, State<1>&);
template void find_gaps<8>(const System&, State<8>&);
template void find_gaps<16>(const System&, State<16>&);

}  // namespace clout
