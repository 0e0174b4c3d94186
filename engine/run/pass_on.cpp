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
        for (const Failure<L>& failure : state_.failures) change_status(failure);
        for (const Failure<L>& failure : state_.failures) {
            if (system_.sectors[system_.sector_of(failure.organisation).row()].taken_over_by.exists())
                hand_over(failure);
        }
        state_.income_before = of_.income;
        for (std::size_t at = 0; at < state_.failures.size();) at = settle_home(at);
        if (by_cell_.empty()) return;
        for (std::size_t cell = 0; cell < system_.cells(); ++cell) settle_cell(cell);
        for (std::size_t s = 0; s < by_sector_.size(); ++s) inherit(sector_group(s), by_sector_[s]);
    }

private:
    void change_status(const Failure<L>& failure) {
        const Row i = failure.organisation;
        const Pack<L> zero(0.0);
        const bool predator = system_.sectors[system_.sector_of(i).row()].taken_over_by.exists();
        Mask<L> taken(false);
        if (predator) {
            const Draw draw{system_.organisations[i].name, state_.round, Purpose::takeover, 0};
            const Pack<L> hurdle = system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5);
            taken = failure.in & (state_[system_.dynamics.takeover] > hurdle);
        }
        of_.independent[i] = select(failure.in, zero, of_.independent[i]);
        of_.open[i] = select(failure.in & !taken, zero, of_.open[i]);
        of_.clout[i] = select(failure.in, zero, of_.clout[i]);
    }

    // The clout it spoke with goes to the largest independent organisation of the sector named, of its place
    // if any.
    void hand_over(const Failure<L>& failure) {
        const Row i = failure.organisation;
        const SectorId sector = system_.sectors[system_.sector_of(i).row()].taken_over_by;
        const std::size_t columns = system_.places.size() + 1;
        const PlaceId place = system_.organisations[i].place;
        const std::uint32_t taken = lanes_set(failure.in & (of_.open[i] > Pack<L>(0.0)));
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

    // All failures of one home, whose rows stand together; returns the first failure after them.
    std::size_t settle_home(std::size_t first) {
        const Row home = system_.home[state_.failures[first].organisation];
        std::size_t last = first;
        while (last < state_.failures.size() && system_.home[state_.failures[last].organisation] == home)
            ++last;
        const Group<L> group{home == kNoRow ? Span{} : system_.bodies[home].home_of, nullptr};
        const Mask<L> heirs = independents(group) > Pack<L>(0.0);
        Estate<L> left{};
        for (std::size_t f = first; f < last; ++f) {
            const Row i = state_.failures[f].organisation;
            const Mask<L> closed = state_.failures[f].in & (of_.open[i] == Pack<L>(0.0));
            const Estate<L> estate = take_estate(i, closed);
            add(left, estate, heirs);
            const Mask<L> without = closed & (!heirs);
            if (any(without)) leave_to_cell(system_.cell[i], estate, without);
        }
        inherit(group, left);
        return last;
    }

    void leave_to_cell(std::size_t cell, const Estate<L>& estate, const Mask<L>& where) {
        if (by_cell_.empty()) {
            by_cell_.resize(system_.cells());
            by_sector_.resize(system_.sectors.size());
        }
        add(by_cell_[cell], estate, where);
    }

    void settle_cell(std::size_t cell) {
        const Group<L> group = cell_group(cell);
        const Mask<L> heirs = independents(group) > Pack<L>(0.0);
        add(by_sector_[cell / (system_.places.size() + 1)], by_cell_[cell], !heirs);
        inherit(group, by_cell_[cell]);
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

    static void add(Estate<L>& to, const Estate<L>& estate, const Mask<L>& where) {
        for (std::size_t e = 0; e < to.size(); ++e) to[e] += select(where, estate[e], Pack<L>(0.0));
    }

    [[nodiscard]] Pack<L> independents(const Group<L>& group) const {
        Pack<L> heads(0.0);
        for (Row at = group.rows.first; at < group.rows.last; ++at) heads += of_.independent[group[at]];
        return heads;
    }

    // In proportion to income before the events; equally where nobody had any.
    void inherit(const Group<L>& group, const Estate<L>& estate) {
        Pack<L> income(0.0), heads(0.0);
        for (Row at = group.rows.first; at < group.rows.last; ++at) {
            const Row i = group[at];
            income += state_.income_before[i] * of_.independent[i];
            heads += of_.independent[i];
        }
        const Mask<L> paid = income > Pack<L>(0.0);
        const Pack<L> scale = Pack<L>(1.0) / select(paid, income, max(heads, Pack<L>(1.0)));
        for (Row at = group.rows.first; at < group.rows.last; ++at) {
            const Row i = group[at];
            const Pack<L> part =
                of_.independent[i] * select(paid, state_.income_before[i], Pack<L>(1.0)) * scale;
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
    std::map<std::array<Row, 3>, Row> largest_;   // first and last row of a group, lane
    std::vector<Estate<L>> by_cell_, by_sector_;  // what found no heir nearer by; empty where all did
};

}  // namespace

template <int L>
void pass_on(const System& system, State<L>& state) {
    Succession<L>(system, state).settle();
}

template void pass_on<1>(const System&, State<1>&);
template void pass_on<16>(const System&, State<16>&);

}  // namespace clout
