#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// (1 + growth)^(years since the amount's date)
template <int L>
Pack<L> growth_of(const System& system, const State<L>& state, const FundPlan& fund, Slot amount) {
    return power(Pack<L>(1.0) + state[fund.growth], Pack<L>(state.years_since(system, amount)));
}

template <int L>
void own_amounts(const System& system, State<L>& state, const FundPlan& fund) {
    const Pack<L> whole = fund.by_place ? Pack<L>(0.0) : grown_amount(system, state, fund);
    Pack<L> factor = fund.by_place ? growth_of(system, state, fund, fund.amount) : whole;
    for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
        const Table& table = system.tables[t];
        if (fund.dated_parts) factor = growth_of(system, state, fund, table.amount);
        state.tables.own[t] =
            fund.by_place ? state[table.amount] * factor / Pack<L>(static_cast<double>(table.boards_in_place))
                          : whole * state.tables.part[t];
        state.tables.incoming[t] = Pack<L>(0.0);
    }
}

// A protected fund pays its sector; what is exposed is divided over the boards of the fund it is exposed to.
template <int L>
void protected_amount(const System& system, State<L>& state, const FundPlan& fund) {
    const std::size_t s = fund.protected_for.row();
    const Pack<L> amount = grown_amount(system, state, fund);
    const Pack<L> exposed = fund.exposed_to.exists() ? amount * state[fund.exposed] : Pack<L>(0.0);
    const Pack<L> paid = amount - exposed;
    state.exposed[static_cast<std::size_t>(&fund - system.funds.data())] = exposed;
    const Mask<L> anyone = state.sectors.open[s] > Pack<L>(0.0);
    const Pack<L> received = select(anyone, paid, Pack<L>(0.0));
    state.cells.pool[system.cell_of(fund.protected_for, {})] += received;
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

}  // namespace

template <int L>
Pack<L> grown_amount(const System& system, const State<L>& state, const FundPlan& fund) {
    return state[fund.amount] * growth_of(system, state, fund, fund.amount);
}

// The pools of one sector. Money of a place goes to those of the place and to those of none; where there are
// none of either, and money of no place, to the sector anywhere.
template <int L>
void settle_sector(const System& system, const State<L>& state, std::size_t sector, const Packs<L>& pool,
                   Packs<L>& rate, Packs<L>& head) {
    const Pack<L> zero(0.0);
    const std::size_t places = system.places.size(), first = sector * (places + 1), nowhere = first + places;
    const CellState<L>& of = state.cells;
    const Pack<L>&income = state.sectors.income[sector], &heads = state.sectors.open[sector];
    Price<L> anywhere, placeless;
    anywhere.add(pool[nowhere], income, heads, Mask<L>(true));
    for (std::size_t c = first; c < nowhere; ++c) {
        const Mask<L> local = of.open[c] + of.open[nowhere] > zero;
        Price<L> here;
        here.add(pool[c], of.income[c] + of.income[nowhere], of.open[c] + of.open[nowhere], local);
        anywhere.add(pool[c], income, heads, !local);
        placeless.add(here);
        rate[c] = here.rate;
        head[c] = here.head;
    }
    rate[nowhere] = placeless.rate;
    head[nowhere] = placeless.head;
    for (std::size_t c = first; c <= nowhere; ++c) {
        rate[c] += anywhere.rate;
        head[c] += anywhere.head;
    }
}

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
    CellState<L>& of = state.cells;
    for (std::size_t sector = 0; sector < system.sectors.size(); ++sector)
        settle_sector(system, state, sector, of.pool, of.rate, of.head);
}

template void set_amounts<1>(const System&, State<1>&);
template void set_amounts<8>(const System&, State<8>&);
template void set_amounts<16>(const System&, State<16>&);
template void settle_cells<1>(const System&, State<1>&);
template void settle_cells<8>(const System&, State<8>&);
template void settle_cells<16>(const System&, State<16>&);

template Pack<1> grown_amount<1>(const System&, const State<1>&, const FundPlan&);
template void settle_sector<1>(const System&, const State<1>&, std::size_t, const Packs<1>&, Packs<1>&,
                               Packs<1>&);
template Pack<8> grown_amount<8>(const System&, const State<8>&, const FundPlan&);
template void settle_sector<8>(const System&, const State<8>&, std::size_t, const Packs<8>&, Packs<8>&,
                               Packs<8>&);
template Pack<16> grown_amount<16>(const System&, const State<16>&, const FundPlan&);
template void settle_sector<16>(const System&, const State<16>&, std::size_t, const Packs<16>&, Packs<16>&,
                                Packs<16>&);

}  // namespace clout
