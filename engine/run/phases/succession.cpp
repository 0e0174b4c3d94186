// Closures and takeovers (MODEL.md 6.6): first every status, then what passes on, so that nothing passes to
// one that falls in the same round. Shares follow incomes before this round's events.
#include "engine/run/phases.hpp"
#include "engine/run/phases/peers.hpp"

#include <algorithm>
#include <bit>

namespace clout {
namespace {

// What a closed organisation leaves: its patients stay, and with them all this.
template <int L>
constexpr std::array<Packs<L> OrganisationState<L>::*, 5> kEstate{
    &OrganisationState<L>::income, &OrganisationState<L>::other, &OrganisationState<L>::base,
    &OrganisationState<L>::list, &OrganisationState<L>::clout0};

template <int L>
class Settlement {
public:
    Settlement(const System& system, State<L>& state)
        : system_(system), state_(state), scratch_(state.succession), of_(state.organisations) {}

    void settle() {
        change_statuses(system_, state_);
        find_homes();
        each_home([&](StrickenHome<L>& home) { look_around(home); });
        bequeath_clout(system_, state_);
        const bool wider = leave_to_cells();
        if (wider) remember_incomes();
        each_home([&](const StrickenHome<L>& home) { settle_home(home.failures); });
        if (wider) settle_cells();
        Mask<L> moves(false);
        for (const StrickenHome<L>& home : scratch_.homes) moves |= home.moves;
        if (any(moves)) tally(system_, state_, moves);
    }

private:
    // Calls act(home) for the homes that are stricken, on all threads there are.
    template <class Act>
    void each_home(Act act) {
        constexpr std::size_t kWorthWhile = 64;  // [homes] a part
        in_parts(state_.crew, scratch_.homes.size(), kWorthWhile,
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     for (std::size_t h = first; h < last; ++h) act(scratch_.homes[h]);
                 });
    }

    // The failures of each home, whose rows stand together; those without one each for itself.
    void find_homes() {
        const auto home = [&](std::size_t f) { return system_.home[state_.failures[f].organisation]; };
        scratch_.homes.clear();
        for (std::size_t f = 0; f < state_.failures.size(); ++f) {
            const Row row = static_cast<Row>(f);
            if (f == 0 || home(f) == kNoRow || home(f) != home(f - 1))
                scratch_.homes.push_back({{row, row}, false, false});
            scratch_.homes.back().failures.last = row + 1;
        }
    }

    // Where what is left does not stay at home, or not in the cell.
    void look_around(StrickenHome<L>& home) {
        Mask<L> closes(false);
        for (Row f = home.failures.first; f < home.failures.last; ++f) closes |= state_.failures[f].closed();
        home.orphaned = closes & !has_heirs(home_of(home.failures));
        const Row body = system_.home[state_.failures[home.failures.first].organisation];
        home.moves = body != kNoRow && system_.bodies[body].mixed ? closes : home.orphaned;
    }

    [[nodiscard]] Peers home_of(Span failures) const {
        return home_peers(system_, state_.failures[failures.first].organisation);
    }

    // What finds no heir at home is left to the cell. Whether there was any.
    bool leave_to_cells() {
        bool wider = false;
        for (const StrickenHome<L>& home : scratch_.homes) {
            if (none(home.orphaned)) continue;
            for (Row f = home.failures.first; f < home.failures.last; ++f) {
                const Mask<L> without = state_.failures[f].closed() & home.orphaned;
                if (none(without)) continue;
                if (!wider) scratch_.by_cell.assign(system_.cells(), Estate<L>{});
                wider = true;
                const Row organisation = state_.failures[f].organisation;
                add(scratch_.by_cell[system_.cell[organisation]], take_estate(organisation, without));
            }
        }
        return wider;
    }

    // What is closed at home passes to those at home who are independent; what had no heir is gone already.
    // Most homes are stricken in few of their futures, and these are walked one by one.
    void settle_home(Span failures) {
        const Peers peers = home_of(failures);
        Mask<L> stricken(false);
        for (Row f = failures.first; f < failures.last; ++f) stricken |= state_.failures[f].closed();
        std::uint32_t lanes = lanes_set(stricken);
        if (std::popcount(lanes) > L / 4) return settle_home(failures, peers);
        for (; lanes != 0; lanes &= lanes - 1)
            settle_home(failures, peers.rows, static_cast<std::size_t>(std::countr_zero(lanes)));
    }

    void settle_home(Span failures, const Peers& peers) {
        Estate<L> left{};
        for (Row f = failures.first; f < failures.last; ++f)
            add(left, take_estate(state_.failures[f].organisation, state_.failures[f].closed()));
        const Pack<L>* before = of_.income.data();  // of heirs it has not changed yet
        inherit(peers, left, heirs_of(peers, before), before);
    }

    // The same in one lane, with the same bits.
    void settle_home(Span failures, Span rows, std::size_t lane) {
        std::array<double, kEstate<L>.size()> left{};
        for (Row f = failures.first; f < failures.last; ++f) {
            if (!state_.failures[f].closed()[lane]) continue;
            for (std::size_t e = 0; e < left.size(); ++e) {
                Pack<L>& held = (of_.*kEstate<L>[e])[state_.failures[f].organisation];
                left[e] += held[lane];
                held.set(lane, 0.0);
            }
        }
        double income = 0, heads = 0;  // of the heirs
        for (Row i = rows.first; i < rows.last; ++i) {
            if (!of_.independent[i][lane]) continue;
            income += of_.income[i][lane];
            ++heads;
        }
        const bool paid = income > 0;
        const double scale = 1 / (paid ? income : std::max(heads, 1.0));
        for (Row i = rows.first; i < rows.last; ++i) {
            if (!of_.independent[i][lane]) continue;
            const double part = (paid ? of_.income[i][lane] : 1.0) * scale;
            for (std::size_t e = 0; e < left.size(); ++e) {
                Pack<L>& held = (of_.*kEstate<L>[e])[i];
                held.set(lane, held[lane] + part * left[e]);
            }
        }
    }

    template <class Act>
    void each_stretch(Act act) {
        const std::size_t stretches = system_.stretches.size();
        in_parts(state_.crew, stretches, grain(stretches, system_),
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     for (std::size_t at = first; at < last; ++at) act(at);
                 });
    }

    void remember_incomes() {
        scratch_.income_before.resize(of_.income.size());
        each_stretch([&](std::size_t at) {
            const Peers peers = stretch_peers(system_, at);
            for (Row m = peers.rows.first; m < peers.rows.last; ++m)
                scratch_.income_before[peers[m]] = of_.income[peers[m]];
        });
    }

    // What found no heir at home passes to its cell; what finds none there either, to its sector.
    void settle_cells() {
        const Pack<L>* before = scratch_.income_before.data();
        scratch_.of_stretch.resize(system_.stretches.size());
        each_stretch(
            [&](std::size_t at) { scratch_.of_stretch[at] = heirs_of(stretch_peers(system_, at), before); });
        count_heirs();
        const std::size_t columns = system_.places.size() + 1;
        each_stretch([&](std::size_t at) {
            const Peers peers = stretch_peers(system_, at);
            const std::size_t cell = system_.cell[peers[peers.rows.first]], sector = cell / columns;
            inherit(peers, scratch_.by_cell[cell], scratch_.of_cell[cell], before);
            inherit(peers, scratch_.by_sector[sector], scratch_.of_sector[sector], before);
        });
    }

    void count_heirs() {
        const std::size_t columns = system_.places.size() + 1;
        scratch_.of_cell.assign(system_.cells(), Heirs<L>{});
        scratch_.of_sector.assign(system_.sectors.size(), Heirs<L>{});
        scratch_.by_sector.assign(system_.sectors.size(), Estate<L>{});
        for (std::size_t cell = 0; cell < system_.cells(); ++cell) {
            Heirs<L>& heirs = scratch_.of_cell[cell];
            for (Row at = system_.stretch_first[cell]; at < system_.stretch_first[cell + 1]; ++at)
                add(heirs, scratch_.of_stretch[at]);
            add(scratch_.of_sector[cell / columns], heirs);
            add(scratch_.by_sector[cell / columns],
                select_estate(heirs.heads > Pack<L>(0.0), Estate<L>{}, scratch_.by_cell[cell]));
        }
    }

    [[nodiscard]] static Estate<L> select_estate(const Mask<L>& where, const Estate<L>& a,
                                                 const Estate<L>& b) {
        Estate<L> chosen;
        for (std::size_t e = 0; e < chosen.size(); ++e) chosen[e] = select(where, a[e], b[e]);
        return chosen;
    }

    [[nodiscard]] Estate<L> take_estate(Row i, const Mask<L>& closed) {
        Estate<L> estate;
        for (std::size_t e = 0; e < estate.size(); ++e) {
            Pack<L>& held = (of_.*kEstate<L>[e])[i];
            estate[e] = select(closed, held, Pack<L>(0.0));
            held = select(closed, Pack<L>(0.0), held);
        }
        return estate;
    }

    static void add(Estate<L>& to, const Estate<L>& estate) {
        for (std::size_t e = 0; e < to.size(); ++e) to[e] += estate[e];
    }

    [[nodiscard]] Mask<L> has_heirs(const Peers& peers) const {
        Mask<L> any_of_them(false);
        for (Row at = peers.rows.first; at < peers.rows.last; ++at) any_of_them |= of_.independent[peers[at]];
        return any_of_them;
    }

    static void add(Heirs<L>& to, const Heirs<L>& heirs) {
        to.income += heirs.income;
        to.heads += heirs.heads;
    }

    // `before`: incomes before the events, by row.
    [[nodiscard]] Heirs<L> heirs_of(const Peers& peers, const Pack<L>* before) const {
        Heirs<L> heirs;
        for (Row at = peers.rows.first; at < peers.rows.last; ++at) {
            const Row i = peers[at];
            const Mask<L>& inherits = of_.independent[i];
            add(heirs, {where(inherits, before[i]), where(inherits, Pack<L>(1.0))});
        }
        return heirs;
    }

    // Gives some of the heirs their parts.
    void inherit(const Peers& peers, const Estate<L>& estate, const Heirs<L>& heirs, const Pack<L>* before) {
        Mask<L> anything(false);
        for (const Pack<L>& left : estate) anything |= left > Pack<L>(0.0);
        if (none(anything)) return;
        const Mask<L> paid = heirs.income > Pack<L>(0.0);
        const Pack<L> scale = Pack<L>(1.0) / select(paid, heirs.income, max(heirs.heads, Pack<L>(1.0)));
        for (Row at = peers.rows.first; at < peers.rows.last; ++at) {
            const Row i = peers[at];
            const Pack<L> part = where(of_.independent[i], select(paid, before[i], Pack<L>(1.0)) * scale);
            for (std::size_t e = 0; e < estate.size(); ++e) (of_.*kEstate<L>[e])[i] += part * estate[e];
        }
    }

    const System& system_;
    State<L>& state_;
    Succession<L>& scratch_;
    OrganisationState<L>& of_;
};

}  // namespace

template <int L>
void pass_on(const System& system, State<L>& state) {
    Settlement<L>(system, state).settle();
}

template void pass_on<1>(const System&, State<1>&);
template void pass_on<8>(const System&, State<8>&);
template void pass_on<16>(const System&, State<16>&);

}  // namespace clout
