// Money before round 0 (MODEL.md 5): who would get what at the status quo, where funds start, what sectors
// hold then.
#include "engine/run/phases.hpp"

namespace clout {
namespace {

template <int L>
void size_calls(const System& system, CallState<L>& of) {
    for (auto* figures : {&of.pool, &of.rate, &of.head, &of.of_cell})
        figures->assign(system.cells(), Pack<L>(0.0));
    of.of_stretch.assign(system.stretches.size(), Pack<L>(0.0));
}

template <int L>
void size_tables(const System& system, TableState<L>& t) {
    const std::size_t tables = system.tables.size(), sectors = system.sectors.size();
    const Pack<L> zero(0.0);
    for (auto* figures : {&t.part, &t.own, &t.incoming, &t.decides, &t.agreed, &t.dispersion, &t.sliced,
                          &t.called, &t.rest, &t.gap})
        figures->assign(tables, zero);
    for (auto* splits : {&t.split, &t.proposed, &t.target})
        splits->assign(tables * system.programmes.size(), zero);
    t.influence.assign(tables * (sectors + 1), zero);
    for (auto* money : {&t.allotted, &t.lapsed}) money->assign(tables * sectors, zero);
    for (auto* figures : {&t.seat_sits, &t.seat_weight}) figures->assign(system.seats(), zero);
    if (system.asks_leverage) t.leverage.assign(system.seats() * sectors, zero);
    if (system.takes_off) t.taken_off.assign(tables, zero);
    if (!system.offers.empty()) t.fresh.assign(tables * sectors, zero);
}

template <int L>
void size_sectors(const System& system, SectorState<L>& s) {
    const std::size_t sectors = system.sectors.size();
    for (auto* figures : {&s.imposed, &s.start_share, &s.share, &s.decided, &s.received, &s.shifted_need,
                          &s.need_rate, &s.need_head, &s.work_rate, &s.work_head, &s.independent, &s.open,
                          &s.income, &s.controlled, &s.independent_decided, &s.taken_over, &s.closed})
        figures->assign(sectors, Pack<L>(0.0));
    for (auto* figures : {&s.own_uptake, &s.uptake, &s.advantage, &s.demand})
        figures->assign(sectors, Pack<L>(1.0));
}

template <int L>
void size_cells(const System& system, State<L>& state) {
    const std::size_t cells = system.cells();
    const Pack<L> zero(0.0);
    for (auto* figures : {&state.cells.income, &state.cells.open, &state.cells.pool, &state.cells.rate,
                          &state.cells.head, &state.cells.drift, &state.sites.imposed, &state.sites.below})
        figures->assign(cells, zero);
    for (auto* figures : {&state.sites.own, &state.sites.paid, &state.sites.work})
        figures->assign(cells, Pack<L>(1.0));
    if (system.has_takeovers) {
        for (auto* figures : {&state.control.pool, &state.control.rate, &state.control.head,
                              &state.control.income, &state.control.heads})
            figures->assign(cells, zero);
    }
    if (system.has_first_calls) size_calls(system, state.calls);
}

// How large a part of its fund each table is: by its own amount, else by the list sizes in its place, else
// equally.
template <int L>
void divide_fund(const System& system, State<L>& state, const FundPlan& fund, const Packs<L>& patients_at) {
    Pack<L> total(0.0);
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        const Table& table = system.tables[t];
        Pack<L> weight(0.0);
        if (fund.by_place) {
            weight = state[table.amount];
        } else if (table.place.exists()) {
            weight = patients_at[table.place.row()];
        }
        state.tables.part[t] = weight / Pack<L>(static_cast<double>(table.boards_in_place));
        total += state.tables.part[t];
    }
    const Pack<L> equal(1.0 / static_cast<double>(fund.tables.size()));
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        state.tables.part[t] = select(total > Pack<L>(0.0), state.tables.part[t] / total, equal);
    }
}

// Pays every table's own money at its status quo by unshifted delivery.
template <int L>
void pay_status_quo(const System& system, State<L>& state) {
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    const std::size_t columns = system.places.size() + 1;
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Table& table = system.tables[t];
        const std::size_t column = table.place.exists() ? table.place.row() : columns - 1;
        for (std::size_t s = 0; s < sectors; ++s) {
            Pack<L> part(0.0);
            for (std::size_t k = 0; k < programmes; ++k) {
                part += state.fixed.status_quo[table.fund.row() * programmes + k] *
                        state.fixed.delivery[k * sectors + s];
            }
            state.cells.pool[s * columns + column] += state.tables.own[t] * part;
        }
    }
}

// B_i, other_i and base_i: nothing exposed, sliced, shifted or lapsed.
template <int L>
void find_baseline(const System& system, State<L>& state) {
    set_amounts(system, state);
    const std::size_t columns = system.places.size() + 1;
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        const SectorId sector = system.funds[f].protected_for;
        if (sector.exists()) state.cells.pool[sector.row() * columns + columns - 1] += state.exposed[f];
    }
    pay_status_quo(system, state);
    settle_cells(system, state);
    auto& of = state.organisations;
    const std::size_t count = system.organisations.size();
    in_parts(state.crew, count, grain(count, system), [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t i = first; i < last; ++i) {
            const Row cell = system.cell[i];
            const Pack<L> baseline = of.income[i] * state.cells.rate[cell] + state.cells.head[cell];
            of.other[i] = max(of.income[i] - baseline, Pack<L>(0.0));
            of.base[i] = of.other[i] + baseline;
        }
    });
}

// Where a decided fund starts: at its status quo, blended with what is exposed to it as that stood.
template <int L>
void start_split(const System& system, State<L>& state, std::size_t f) {
    const std::size_t programmes = system.programmes.size();
    const FundPlan& fund = system.funds[f];
    const Pack<L> zero(0.0);
    Pack<L> own = zero, sources(1.0);
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) own += state.tables.own[t];
    Pack<L> total = own;
    const auto exposes = [&](std::size_t g) { return system.funds[g].exposed_to == FundId(f); };
    for (std::size_t g = 0; g < system.funds.size(); ++g) {
        if (!exposes(g)) continue;
        total += state.exposed[g];
        sources += Pack<L>(1.0);
    }
    const Mask<L> weighs = total > zero;
    const auto weight = [&](const Pack<L>& amount) {
        return select(weighs, amount / total, Pack<L>(1.0) / sources);
    };
    for (std::size_t k = 0; k < programmes; ++k) {
        Pack<L> start = weight(own) * state.fixed.status_quo[f * programmes + k];
        for (std::size_t g = 0; g < system.funds.size(); ++g) {
            if (exposes(g)) start += weight(state.exposed[g]) * state.fixed.exposed_as[g * programmes + k];
        }
        for (Row t = fund.tables.first; t < fund.tables.last; ++t)
            state.tables.split[t * programmes + k] = start;
    }
}

// Each sector's share of decided money at the start: exposed money in, nothing sliced, shifted or lapsed.
template <int L>
void start_shares(const System& system, State<L>& state) {
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    Pack<L> total(0.0);
    auto& share = state.sectors.start_share;
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
        total += whole;
        for (std::size_t s = 0; s < sectors; ++s) {
            Pack<L> part(0.0);
            for (std::size_t k = 0; k < programmes; ++k) {
                part += state.tables.split[t * programmes + k] * state.fixed.delivery[k * sectors + s];
            }
            share[s] += whole * part;
        }
    }
    for (auto& part : share) part = select(total > Pack<L>(0.0), part / total, Pack<L>(0.0));
}

// What red lines need to know that are relative to the start, or that sleep.
template <int L>
void place_lines(const System& system, State<L>& state) {
    TableState<L>& t = state.tables;
    if (system.has_relative_lines) t.start = t.split;
    if (system.has_dormant_lines) t.awake.assign(system.lines(), Mask<L>(false));
    if (system.has_dormant_lines || system.keeps_minutes) t.breached.assign(system.lines(), Mask<L>(false));
}

template <int L>
void size_minutes(const System& system, State<L>& state) {
    const std::size_t tables = system.tables.size(), programmes = system.programmes.size();
    const Pack<L> zero(0.0);
    MinutesState<L>& of = state.minutes;
    for (auto* figures : {&of.votes, &of.papers}) figures->assign(system.seats(), zero);
    for (auto* figures : {&of.chance, &of.draw, &of.goodwill_before, &of.goodwill_after})
        figures->assign(tables, zero);
    for (auto* splits : {&of.stood, &of.moved}) splits->assign(tables * programmes, zero);
    of.held.assign(system.lines() * programmes, zero);
    of.floor.assign(system.lines(), zero);
    for (auto* figures : {&state.organisations.total, &state.organisations.need})
        figures->assign(system.organisations.size(), zero);
}

}  // namespace

template <int L>
void place_money(const System& system, State<L>& state) {
    size_tables(system, state.tables);
    size_sectors(system, state.sectors);
    size_cells(system, state);
    state.exposed.assign(system.funds.size(), Pack<L>(0.0));
    tally(system, state);
    Packs<L> patients_at(system.places.size(), Pack<L>(0.0));
    for (Row i = 0; i < system.organisations.size(); ++i) {
        const PlaceId place = system.organisations[i].place;
        if (place.exists()) patients_at[place.row()] += state.organisations.list[i];
    }
    for (const FundPlan& fund : system.funds) {
        if (fund.tables.size() > 0) divide_fund(system, state, fund, patients_at);
    }
    find_baseline(system, state);
    tally(system, state);
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        if (system.funds[f].tables.size() > 0) start_split(system, state, f);
    }
    start_shares(system, state);
    place_lines(system, state);
    if (system.keeps_minutes) size_minutes(system, state);
}

template void place_money<1>(const System&, State<1>&);
template void place_money<8>(const System&, State<8>&);
template void place_money<16>(const System&, State<16>&);

}  // namespace clout
