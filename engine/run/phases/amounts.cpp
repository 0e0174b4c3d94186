#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

template <int L>
std::size_t cell_of(const System& system, SectorId sector, PlaceId place) {
    const std::size_t places = system.places.size();
    return sector.row() * (places + 1) + (place.exists() ? place.row() : places);
}

// (1 + growth)^(t dt)
template <int L>
Pack<L> grown(const System& system, const State<L>& state, Slot growth) {
    const double years = static_cast<double>(state.round) * system.dt;
    return power(Pack<L>(1.0) + state[growth], Pack<L>(years));
}

template <int L>
void own_amounts(const System& system, State<L>& state, const FundPlan& fund) {
    const Pack<L> factor = grown(system, state, fund.growth);
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        const Table& table = system.tables[t];
        state.tables.own[t] =
            fund.by_place ? state[table.amount] * factor / Pack<L>(static_cast<double>(table.boards_in_place))
                          : state[fund.amount] * factor * state.tables.part[t];
        state.tables.incoming[t] = Pack<L>(0.0);
    }
}

// A protected fund pays its sector; what is exposed is divided over the boards of the fund it is exposed to.
template <int L>
void protected_amount(const System& system, State<L>& state, const FundPlan& fund) {
    const std::size_t s = fund.protected_for.row();
    const Pack<L> amount = state[fund.amount] * grown(system, state, fund.growth);
    const Pack<L> exposed = fund.exposed_to.exists() ? amount * state[fund.exposed] : Pack<L>(0.0);
    const Pack<L> paid = amount - exposed;
    state.exposed[static_cast<std::size_t>(&fund - system.funds.data())] = exposed;
    const Mask<L> anyone = state.sectors.open[s] > Pack<L>(0.0);
    const Pack<L> received = select(anyone, paid, Pack<L>(0.0));
    state.cells.pool[cell_of<L>(system, fund.protected_for, {})] += received;
    state.sectors.received[s] += received;
    state.unspent += paid - received;
    if (!fund.exposed_to.exists()) return;
    const Span tables = system.funds[fund.exposed_to.row()].tables;
    for (Row t = tables.first; t < tables.last; ++t)
        state.tables.incoming[t] += exposed * state.tables.part[t];
}

// What is paid for each £m of income; by head where nobody has any.
template <int L>
struct Price {
    Pack<L> rate{0.0}, head{0.0};

    void add(const Pack<L>& pool, const Pack<L>& income, const Pack<L>& heads, const Mask<L>& where) {
        const Pack<L> zero(0.0);
        const Mask<L> paid = income > zero;
        rate += select(where & paid, pool / income, zero);
        head += select(where & (heads > zero) & !paid, pool / heads, zero);
    }
    void add(const Price& other) {
        rate += other.rate;
        head += other.head;
    }
};

// The pools of one sector. Money of a place goes to those of the place and to those of none; where there are
// none of either, and money of no place, to the sector anywhere.
template <int L>
void settle_sector(const System& system, State<L>& state, std::size_t sector) {
    const Pack<L> zero(0.0);
    const std::size_t places = system.places.size(), first = sector * (places + 1), nowhere = first + places;
    CellState<L>& of = state.cells;
    const Pack<L>&income = state.sectors.income[sector], &heads = state.sectors.open[sector];
    Price<L> anywhere, placeless;
    anywhere.add(of.pool[nowhere], income, heads, Mask<L>(true));
    for (std::size_t c = first; c < nowhere; ++c) {
        const Mask<L> local = of.open[c] + of.open[nowhere] > zero;
        Price<L> here;
        here.add(of.pool[c], of.income[c] + of.income[nowhere], of.open[c] + of.open[nowhere], local);
        anywhere.add(of.pool[c], income, heads, !local);
        placeless.add(here);
        of.rate[c] = here.rate;
        of.head[c] = here.head;
    }
    of.rate[nowhere] = placeless.rate;
    of.head[nowhere] = placeless.head;
    for (std::size_t c = first; c <= nowhere; ++c) {
        of.rate[c] += anywhere.rate;
        of.head[c] += anywhere.head;
    }
}

}  // namespace

template <int L>
void set_amounts(const System& system, State<L>& state) {
    for (auto& pool : state.cells.pool) pool = Pack<L>(0.0);
    for (auto& received : state.sectors.received) received = Pack<L>(0.0);
    state.unspent = Pack<L>(0.0);
    for (const FundPlan& fund : system.funds) {
        if (!fund.protected_for.exists()) own_amounts(system, state, fund);
    }
    for (const FundPlan& fund : system.funds) {
        if (fund.protected_for.exists()) protected_amount(system, state, fund);
    }
}

template <int L>
void settle_cells(const System& system, State<L>& state) {
    for (std::size_t sector = 0; sector < system.sectors.size(); ++sector)
        settle_sector(system, state, sector);
}

template void set_amounts<1>(const System&, State<1>&);
template void set_amounts<8>(const System&, State<8>&);
template void set_amounts<16>(const System&, State<16>&);
template void settle_cells<1>(const System&, State<1>&);
template void settle_cells<8>(const System&, State<8>&);
template void settle_cells<16>(const System&, State<16>&);

}  // namespace clout
