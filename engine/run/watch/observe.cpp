#include "engine/run/watch/observe.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/run/watch/quantities.hpp"

namespace clout {
namespace {

template <int L>
double in_lane(const Packs<L>& values, std::size_t row, int lane) {
    return values[row][lane];
}

}  // namespace

std::vector<Quantity> quantities(const System& system) {
    std::vector<Quantity> all;
    Measures::each([&]<class M>() {
        if (M::kNeedsPatients && !system.has_patients) return;
        const std::string unit(M::kUnit);
        if constexpr (M::kBySector) {
            for (const SectorPlan& sector : system.sectors) all.push_back({of_sector<M>(sector.name), unit});
        } else {
            all.push_back({std::string(M::kName), unit});
        }
    });
    return all;
}

template <int L>
void influence_of(const System& system, const State<L>& state, Span tables, Pack<L>* influence) {
    const std::size_t columns = system.sectors.size() + 1;
    const Pack<L> zero(0.0);
    Pack<L> amount = zero, deciding = zero;
    for (std::size_t s = 0; s < columns; ++s) influence[s] = zero;
    for (Row t = tables.first; t < tables.last; ++t) {
        amount += state.tables.decides[t] * (state.tables.own[t] + state.tables.incoming[t]);
        deciding += state.tables.decides[t];
    }
    const Mask<L> weighs = amount > zero;
    const Pack<L> scale = Pack<L>(1.0) / select(weighs, amount, max(deciding, Pack<L>(1.0)));
    for (Row t = tables.first; t < tables.last; ++t) {
        const Pack<L> whole = select(weighs, state.tables.own[t] + state.tables.incoming[t], Pack<L>(1.0));
        const Pack<L> weight = state.tables.decides[t] * whole * scale;
        for (std::size_t s = 0; s < columns; ++s)
            influence[s] += weight * state.tables.influence[t * columns + s];
    }
}

template <int L>
YearBook<L>::YearBook(const System& system) {
    const std::size_t sectors = system.sectors.size();
    for (auto* sums : {&share_, &decided_, &received_, &uptake_}) sums->assign(sectors, Pack<L>(0.0));
    for (auto* sums : {&influence_, &round_influence_}) sums->assign(sectors + 1, Pack<L>(0.0));
}

template <int L>
void YearBook<L>::add_round(const System& system, const State<L>& state) {
    const auto tables = static_cast<Row>(system.tables.size());
    influence_of(system, state, {0, tables}, round_influence_.data());
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        share_[s] += state.sectors.share[s];
        decided_[s] += state.sectors.decided[s];
        received_[s] += state.sectors.received[s];
        uptake_[s] += state.sectors.uptake[s];
        influence_[s] += round_influence_[s];
    }
    lapsed_ += state.lapsed;
    ++rounds_;
    Pack<L> agreed(0.0);
    for (const auto& table : state.tables.agreed) agreed += table;
    agreed_ += agreed / Pack<L>(static_cast<double>(std::max<Row>(tables, 1)));
}

template <int L>
void YearBook<L>::close_year(const System& system, const State<L>& state, std::size_t year, std::size_t first,
                             int lanes, Outcome& outcome) {
    const std::size_t sectors = system.sectors.size();
    std::vector<double> figures(6 * sectors);
    for (int lane = 0; lane < lanes; ++lane) {
        for (std::size_t s = 0; s < sectors; ++s) {
            figures[s] = in_lane(share_, s, lane) / rounds_;
            figures[sectors + s] = in_lane(decided_, s, lane) / rounds_;
            figures[2 * sectors + s] = in_lane(received_, s, lane) / rounds_;
            figures[3 * sectors + s] = in_lane(influence_, s, lane) / rounds_;
            figures[4 * sectors + s] = in_lane(uptake_, s, lane) / rounds_;
            figures[5 * sectors + s] = in_lane(state.sectors.independent, s, lane);
        }
        const auto column = [&](std::size_t c) {
            return std::span<const double>(&figures[c * sectors], sectors);
        };
        const YearView view{column(0),
                            column(1),
                            column(2),
                            column(3),
                            column(4),
                            column(5),
                            lapsed_[lane] / rounds_,
                            agreed_[lane] / rounds_,
                            state.patients[lane]};
        std::size_t quantity = 0;
        Measures::each([&]<class M>() {
            if (M::kNeedsPatients && !system.has_patients) return;
            for (std::size_t s = 0; s < (M::kBySector ? sectors : 1); ++s, ++quantity) {
                outcome.values[(quantity * outcome.years + year) * outcome.replicates + first +
                               static_cast<std::size_t>(lane)] = M::of(view, s);
            }
        });
    }
    *this = YearBook(system);
}

template void influence_of<1>(const System&, const State<1>&, Span, Pack<1>*);
template void influence_of<8>(const System&, const State<8>&, Span, Pack<8>*);
template void influence_of<16>(const System&, const State<16>&, Span, Pack<16>*);
template class YearBook<1>;
template class YearBook<8>;
template class YearBook<16>;

}  // namespace clout
