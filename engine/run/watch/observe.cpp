#include "engine/run/watch/observe.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/run/watch/quantities.hpp"

namespace clout {

std::vector<Quantity> quantities(const System& system) {
    std::vector<Quantity> all;
    Measures::each([&]<class M>() {
        if (M::kNeedsPatients && !system.has_patients) return;
        const std::string unit(M::kUnit);
        if constexpr (kReadByFund<M>) {
            for (const FundPlan& fund : system.funds) {
                for (const SectorPlan& sector : system.sectors) {
                    if (fund.tables.size() > 0)
                        all.push_back({of_sector<M>(sector.name) + '.' + fund.name, unit});
                }
            }
        } else if constexpr (M::kBySector) {
            for (const SectorPlan& sector : system.sectors) all.push_back({of_sector<M>(sector.name), unit});
        } else {
            all.push_back({std::string(M::kName), unit});
        }
    });
    return all;
}

std::vector<std::string> quantity_names(const System& system) {
    std::vector<std::string> names;
    for (const Quantity& quantity : quantities(system)) names.push_back(quantity.name);
    return names;
}

template <int L>
void influence_of(const System& system, const State<L>& state, Span tables, TableWeight by,
                  Pack<L>* influence) {
    const std::size_t columns = system.sectors.size() + 1;
    const Pack<L> zero(0.0);
    const auto money = [&](Row t) {
        return by == TableWeight::own ? state.tables.own[t] : state.tables.own[t] + state.tables.incoming[t];
    };
    Pack<L> amount = zero, deciding = zero;
    for (std::size_t s = 0; s < columns; ++s) influence[s] = zero;
    for (Row t = tables.first; t < tables.last; ++t) {
        amount += state.tables.decides[t] * money(t);
        deciding += state.tables.decides[t];
    }
    const Mask<L> weighs = amount > zero;
    const Pack<L> scale = Pack<L>(1.0) / select(weighs, amount, max(deciding, Pack<L>(1.0)));
    for (Row t = tables.first; t < tables.last; ++t) {
        const Pack<L> whole = select(weighs, money(t), Pack<L>(1.0));
        const Pack<L> weight = state.tables.decides[t] * whole * scale;
        for (std::size_t s = 0; s < columns; ++s)
            influence[s] += weight * state.tables.influence[t * columns + s];
    }
}

template <int L>
YearBook<L>::YearBook(const System& system) : sectors_(system.sectors.size()) {
    const Pack<L> zero(0.0);
    sums_.assign(kFigures * sectors_, zero);
    round_influence_.assign(sectors_ + 1, zero);
    for (const FundPlan& fund : system.funds) {
        if (fund.tables.size() > 0) of_fund_.resize(of_fund_.size() + sectors_, zero);
    }
    totals_.fill(zero);
}

template <int L>
void YearBook<L>::add_sectors(const System& system, const State<L>& state) {
    influence_of(system, state, {0, static_cast<Row>(system.tables.size())}, TableWeight::whole,
                 round_influence_.data());
    const SectorState<L>& of = state.sectors;
    const Packs<L>* read[kFigures] = {&of.share,  &of.decided, &of.received,   &round_influence_,
                                      &of.uptake, &of.imposed, &of.controlled, &of.independent_decided};
    for (std::size_t figure = 0; figure < kFigures; ++figure) {
        for (std::size_t s = 0; s < sectors_; ++s) sums_[figure * sectors_ + s] += (*read[figure])[s];
    }
}

// Each sector's share of each fund's decided money.
template <int L>
void YearBook<L>::add_funds(const System& system, const State<L>& state) {
    const Pack<L> zero(0.0);
    Pack<L>* shares = of_fund_.data();
    for (const FundPlan& fund : system.funds) {
        if (fund.tables.size() == 0) continue;
        Pack<L> all = zero;
        for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
            for (std::size_t s = 0; s < sectors_; ++s) all += state.tables.allotted[t * sectors_ + s];
        }
        const Pack<L> scale = select(all > zero, Pack<L>(1.0) / all, zero);
        for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
            for (std::size_t s = 0; s < sectors_; ++s)
                shares[s] += scale * state.tables.allotted[t * sectors_ + s];
        }
        shares += sectors_;
    }
}

template <int L>
void YearBook<L>::add_totals(const System& system, const State<L>& state) {
    const Pack<L> zero(0.0), tables(static_cast<double>(std::max<std::size_t>(system.tables.size(), 1)));
    Pack<L> agreed = zero, goodwill = zero, money = zero, plain = zero;
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Pack<L> whole = state.tables.own[t] + state.tables.incoming[t];
        const Pack<L>& here = state.bodies.goodwill[system.tables[t].board];
        agreed += state.tables.agreed[t];
        goodwill += whole * here;
        plain += here;
        money += whole;
    }
    totals_[kLapsed] += state.lapsed;
    totals_[kAgreed] += agreed / tables;
    totals_[kUnspent] += state.unspent;
    totals_[kGranted] += state.granted;
    totals_[kGoodwill] +=
        select(money > zero, goodwill / money, system.tables.empty() ? Pack<L>(1.0) : plain / tables);
    Pack<L> influence = zero, controlled = zero, square = zero;
    for (std::size_t s = 0; s < sectors_; ++s) {
        influence += round_influence_[s] * round_influence_[s];
        controlled += state.sectors.controlled[s];
        square += state.sectors.controlled[s] * state.sectors.controlled[s];
    }
    totals_[kHhiInfluence] += influence;
    totals_[kHhiControlled] += select(controlled > zero, square / (controlled * controlled), zero);
}

template <int L>
void YearBook<L>::add_round(const System& system, const State<L>& state) {
    add_sectors(system, state);
    add_funds(system, state);
    add_totals(system, state);
    ++rounds_;
}

template <int L>
YearView YearBook<L>::view_of(const State<L>& state, int lane, std::vector<double>& figures) const {
    const double rounds = static_cast<double>(rounds_);
    figures.clear();
    for (const Pack<L>& sum : sums_) figures.push_back(sum[lane] / rounds);
    for (const auto* heads : {&state.sectors.independent, &state.sectors.taken_over, &state.sectors.closed}) {
        for (std::size_t s = 0; s < sectors_; ++s) figures.push_back((*heads)[s][lane]);
    }
    for (const Pack<L>& share : of_fund_) figures.push_back(share[lane] / rounds);
    const auto column = [&](std::size_t c) {
        return std::span<const double>(&figures[c * sectors_], sectors_);
    };
    const auto total = [&](Total which) { return totals_[which][lane] / rounds; };
    YearView view;
    view.share = column(kShare);
    view.decided = column(kDecided);
    view.received = column(kReceived);
    view.influence = column(kInfluence);
    view.uptake = column(kUptake);
    view.imposed = column(kImposed);
    view.controlled = column(kControlled);
    view.independent_decided = column(kOwn);
    view.independent = column(kFigures);
    view.taken_over = column(kFigures + 1);
    view.closed = column(kFigures + 2);
    view.share_of_fund = std::span<const double>(figures).subspan((kFigures + 3) * sectors_);
    view.lapsed = total(kLapsed);
    view.agreed = total(kAgreed);
    view.unspent = total(kUnspent);
    view.granted = total(kGranted);
    view.goodwill = total(kGoodwill);
    view.influence_concentration = total(kHhiInfluence);
    view.control_concentration = total(kHhiControlled);
    view.patients = state.patients[lane];
    return view;
}

template <int L>
void YearBook<L>::close_year(const System& system, const State<L>& state, std::size_t year, std::size_t first,
                             int lanes, Outcome& outcome) {
    std::vector<double> figures;
    figures.reserve((kFigures + 3) * sectors_ + of_fund_.size());
    for (int lane = 0; lane < lanes; ++lane) {
        const YearView view = view_of(state, lane, figures);
        std::size_t quantity = 0;
        Measures::each([&]<class M>() {
            if (M::kNeedsPatients && !system.has_patients) return;
            const std::size_t rows = kReadByFund<M> ? of_fund_.size() : M::kBySector ? sectors_ : 1;
            for (std::size_t row = 0; row < rows; ++row, ++quantity) {
                outcome.values[(quantity * outcome.years + year) * outcome.replicates + first +
                               static_cast<std::size_t>(lane)] = M::of(view, row);
            }
        });
    }
    *this = YearBook(system);
}

template void influence_of<1>(const System&, const State<1>&, Span, TableWeight, Pack<1>*);
template void influence_of<8>(const System&, const State<8>&, Span, TableWeight, Pack<8>*);
template void influence_of<16>(const System&, const State<16>&, Span, TableWeight, Pack<16>*);
template class YearBook<1>;
template class YearBook<8>;
template class YearBook<16>;

}  // namespace clout
