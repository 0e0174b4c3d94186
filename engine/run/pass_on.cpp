// Closures and takeovers (model.md 6.6): first every status, then what passes on, so that nothing passes to
// one that falls in the same round. Shares follow incomes before this round's events.
#include "engine/run/phases.hpp"

#include <algorithm>
#include <map>

namespace clout {
namespace {

// What a closed organisation leaves: its patients stay, and with them all this.
template <int L>
constexpr std::array<Packs<L> OrganisationState<L>::*, 5> kEstate{
    &OrganisationState<L>::income, &OrganisationState<L>::other, &OrganisationState<L>::base,
    &OrganisationState<L>::list, &OrganisationState<L>::clout0};

template <int L>
using Estate = std::array<Pack<L>, 5>;

template <int L>
struct Group {  // organisations that inherit from one another: rows.first … in `listed`, or themselves
    Span rows;
    const Row* listed = nullptr;
    [[nodiscard]] Row operator[](Row at) const { return listed ? listed[at] : at; }
};

template <int L>
class Succession {
public:
    Succession(const System& system, State<L>& state)
        : system_(system), state_(state), of_(state.organisations) {}

    void settle() {
        find_homes();
        each_home([&](std::size_t h, std::size_t) { change_statuses(h); });
        for (const Failure<L>& failure : state_.failures) {
            if (any(failure.taken)) hand_over(failure);
        }
        const bool wider = leave_to_cells();
        if (wider) remember_incomes();
        each_home([&](std::size_t h, std::size_t part) { settle_home(state_.stricken[h].failures, part); });
        if (wider) settle_cells();
    }

private:
    // Calls act(home, part) for the homes that are stricken, on all threads there are.
    template <class Act>
    void each_home(Act act) {
        constexpr std::size_t kWorthWhile = 64;  // [homes] a part
        in_parts(state_.crew, state_.stricken.size(), kWorthWhile,
                 [&](std::size_t first, std::size_t last, std::size_t part) {
                     for (std::size_t h = first; h < last; ++h) act(h, part);
                 });
    }

    // The failures of each home, whose rows stand together.
    void find_homes() {
        const auto home = [&](std::size_t f) { return system_.home[state_.failures[f].organisation]; };
        state_.stricken.clear();
        for (std::size_t f = 0; f < state_.failures.size(); ++f) {
            const Row row = static_cast<Row>(f);
            if (f == 0 || home(f) != home(f - 1)) state_.stricken.push_back({{row, row}, false});
            state_.stricken.back().failures.last = row + 1;
        }
    }

    // Of all failures of a home; and whether somebody closed who finds no heir there.
    void change_statuses(std::size_t h) {
        StrickenHome& home = state_.stricken[h];
        for (Row f = home.failures.first; f < home.failures.last; ++f) change_status(state_.failures[f]);
        const Mask<L> heirs = independents(home_group(home.failures)) > Pack<L>(0.0);
        home.orphaned = false;
        for (Row f = home.failures.first; f < home.failures.last && !all(heirs); ++f)
            home.orphaned = home.orphaned || any(closed(state_.failures[f]) & (!heirs));
    }

    void change_status(Failure<L>& failure) {
        const Row i = failure.organisation;
        const Pack<L> zero(0.0);
        failure.taken = Mask<L>(false);
        if (system_.sectors[system_.sector_of(i).row()].taken_over_by.exists()) {
            const Draw draw{system_.organisations[i].name, state_.round, Purpose::takeover, 0};
            const Pack<L> hurdle = system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5);
            failure.taken = failure.in & (state_[system_.dynamics.takeover] > hurdle);
        }
        of_.independent[i] = select(failure.in, zero, of_.independent[i]);
        of_.open[i] = select(closed(failure), zero, of_.open[i]);
        of_.clout[i] = select(failure.in, zero, of_.clout[i]);
    }

    [[nodiscard]] static Mask<L> closed(const Failure<L>& failure) { return failure.in & !failure.taken; }

    // The clout it spoke with goes to the largest independent organisation of the sector named, of its place
    // if any.
    void hand_over(const Failure<L>& failure) {
        const Row i = failure.organisation;
        const SectorId sector = system_.sectors[system_.sector_of(i).row()].taken_over_by;
        const std::size_t columns = system_.places.size() + 1;
        const PlaceId place = system_.organisations[i].place;
        const std::uint32_t taken = lanes_set(failure.taken);
        for (int lane = 0; lane < L; ++lane) {
            if ((taken >> lane & 1u) == 0) continue;
            Row heir = kNoRow;
            if (place.exists()) heir = largest_known(cell_group(sector.row() * columns + place.row()), lane);
            if (heir == kNoRow) heir = largest_known(sector_group(sector.row()), lane);
            if (heir == kNoRow) continue;
            of_.clout0[heir].set(lane, of_.clout0[heir][lane] + failure.spoke[lane]);
        }
    }

    // Nobody's income or independence changes while clout is handed over, so each group is searched once a
    // lane.
    [[nodiscard]] Row largest_known(const Group<L>& group, int lane) {
        const auto [known, fresh] =
            largest_.try_emplace({group.rows.first, group.rows.last, static_cast<Row>(lane)}, kNoRow);
        if (fresh) known->second = largest(group, lane);
        return known->second;
    }

    [[nodiscard]] Row largest(const Group<L>& group, int lane) const {
        Row best = kNoRow;
        for (Row at = group.rows.first; at < group.rows.last; ++at) {
            const Row i = group[at];
            if (of_.independent[i][lane] == 0.0) continue;
            const double ahead = best == kNoRow ? 1.0 : of_.income[i][lane] - of_.income[best][lane];
            if (ahead > 0.0 || (ahead == 0.0 && system_.order[i] < system_.order[best])) best = i;
        }
        return best;
    }

    [[nodiscard]] Group<L> home_group(Span failures) const {
        const Row home = system_.home[state_.failures[failures.first].organisation];
        return {home == kNoRow ? Span{} : system_.bodies[home].home_of, nullptr};
    }

    // What finds no heir at home is left to the cell. Whether there was any.
    bool leave_to_cells() {
        for (const StrickenHome& home : state_.stricken) {
            if (!home.orphaned) continue;
            const Mask<L> heirs = independents(home_group(home.failures)) > Pack<L>(0.0);
            for (Row f = home.failures.first; f < home.failures.last; ++f) {
                const Mask<L> without = closed(state_.failures[f]) & (!heirs);
                if (any(without)) leave_to_cell(state_.failures[f].organisation, without);
            }
        }
        return !by_cell_.empty();
    }

    void leave_to_cell(Row organisation, const Mask<L>& where) {
        if (by_cell_.empty()) by_cell_.resize(system_.cells());
        add(by_cell_[system_.cell[organisation]], take_estate(organisation, where));
    }

    // What is closed at home passes to those at home who are independent; what had no heir is gone already.
    void settle_home(Span failures, std::size_t part) {
        const Group<L> group = home_group(failures);
        Pack<L>* income = state_.rooms[part].need(group.rows.size());
        for (Row at = group.rows.first; at < group.rows.last; ++at)
            income[at - group.rows.first] = of_.income[at];
        Estate<L> left{};
        for (Row f = failures.first; f < failures.last; ++f)
            add(left, take_estate(state_.failures[f].organisation, closed(state_.failures[f])));
        const Pack<L>* before = income - group.rows.first;  // by row
        inherit(group, left, heirs_of(group, before), before);
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
        state_.income_before.resize(of_.income.size());
        each_stretch([&](std::size_t at) {
            const Group<L> group{system_.stretches[at], system_.cell_member.data()};
            for (Row m = group.rows.first; m < group.rows.last; ++m)
                state_.income_before[group[m]] = of_.income[group[m]];
        });
    }

    // What found no heir at home passes to its cell; what finds none there either, to its sector.
    void settle_cells() {
        const Pack<L>* before = state_.income_before.data();
        std::vector<Heirs> by_stretch(system_.stretches.size());
        each_stretch([&](std::size_t at) { by_stretch[at] = heirs_of(stretch(at), before); });
        const std::size_t columns = system_.places.size() + 1;
        std::vector<Heirs> in_cell(system_.cells()), in_sector(system_.sectors.size());
        std::vector<Estate<L>> left(system_.sectors.size());
        for (std::size_t cell = 0; cell < system_.cells(); ++cell) {
            for (Row at = system_.stretch_first[cell]; at < system_.stretch_first[cell + 1]; ++at)
                in_cell[cell].add(by_stretch[at]);
            in_sector[cell / columns].add(in_cell[cell]);
            add(left[cell / columns], select_estate(in_cell[cell].heads > Pack<L>(0.0), {}, by_cell_[cell]));
        }
        each_stretch([&](std::size_t at) {
            const std::size_t cell = system_.cell[stretch(at)[system_.stretches[at].first]];
            inherit(stretch(at), by_cell_[cell], in_cell[cell], before);
            inherit(stretch(at), left[cell / columns], in_sector[cell / columns], before);
        });
    }

    [[nodiscard]] Group<L> stretch(std::size_t at) const {
        return {system_.stretches[at], system_.cell_member.data()};
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

    [[nodiscard]] Pack<L> independents(const Group<L>& group) const {
        Pack<L> heads(0.0);
        for (Row at = group.rows.first; at < group.rows.last; ++at) heads += of_.independent[group[at]];
        return heads;
    }

    // Those who inherit: independent; by their income before the events (by row), equally where nobody had
    // any.
    struct Heirs {
        Pack<L> income{0.0}, heads{0.0};

        void add(const Heirs& others) {
            income += others.income;
            heads += others.heads;
        }
    };

    [[nodiscard]] Heirs heirs_of(const Group<L>& group, const Pack<L>* before) const {
        Heirs heirs;
        for (Row at = group.rows.first; at < group.rows.last; ++at) {
            const Row i = group[at];
            heirs.add({before[i] * of_.independent[i], of_.independent[i]});
        }
        return heirs;
    }

    // Gives some of the heirs their parts.
    void inherit(const Group<L>& group, const Estate<L>& estate, const Heirs& heirs, const Pack<L>* before) {
        Mask<L> anything(false);
        for (const Pack<L>& left : estate) anything |= left > Pack<L>(0.0);
        if (none(anything)) return;
        const Mask<L> paid = heirs.income > Pack<L>(0.0);
        const Pack<L> scale = Pack<L>(1.0) / select(paid, heirs.income, max(heirs.heads, Pack<L>(1.0)));
        for (Row at = group.rows.first; at < group.rows.last; ++at) {
            const Row i = group[at];
            const Pack<L> part = of_.independent[i] * select(paid, before[i], Pack<L>(1.0)) * scale;
            for (std::size_t e = 0; e < estate.size(); ++e) (of_.*kEstate<L>[e])[i] += part * estate[e];
        }
    }

    [[nodiscard]] Group<L> cell_group(std::size_t cell) const {
        return {{system_.cell_first[cell], system_.cell_first[cell + 1]}, system_.cell_member.data()};
    }
    [[nodiscard]] Group<L> sector_group(std::size_t sector) const {
        const std::size_t columns = system_.places.size() + 1;
        return {{system_.cell_first[sector * columns], system_.cell_first[(sector + 1) * columns]},
                system_.cell_member.data()};
    }

    const System& system_;
    State<L>& state_;
    OrganisationState<L>& of_;
    std::map<std::array<Row, 3>, Row> largest_;  // first and last row of a group, lane
    std::vector<Estate<L>> by_cell_;             // what found no heir at home; empty where all did
};

}  // namespace

template <int L>
void pass_on(const System& system, State<L>& state) {
    Succession<L>(system, state).settle();
}

template void pass_on<1>(const System&, State<1>&);
template void pass_on<8>(const System&, State<8>&);
template void pass_on<16>(const System&, State<16>&);

}  // namespace clout
