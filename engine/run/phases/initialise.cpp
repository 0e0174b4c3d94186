#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/draw_ahead.hpp"
#include "engine/system/members.hpp"

#include <cmath>
#include <utility>

namespace clout {
namespace {

template <int L>
void draw_numbers(const System& system, std::uint64_t first_replicate, State<L>& state) {
    const Luck<L> luck(system.number_seed, first_replicate);
    for (const Number& number : system.numbers) {
        Pack<L> value(number.median());
        if (system.stochastic && number.uncertain()) {
            const Pack<L> chance = luck.uniform({name_hash(number.address()), 0, Purpose::number, 0});
            for (int lane = 0; lane < L; ++lane) value.set(lane, number.quantile(chance[lane]));
        }
        state.number.push_back(value);
    }
}

template <int L>
void normalise(Pack<L>* values, std::size_t count) {
    Pack<L> sum(0.0);
    for (std::size_t k = 0; k < count; ++k) sum += values[k];
    const Pack<L> scale = select(sum > Pack<L>(0.0), Pack<L>(1.0) / sum, Pack<L>(0.0));
    for (std::size_t k = 0; k < count; ++k) values[k] *= scale;
}

// A position of the scenario, as a point of the simplex.
template <int L>
void write_position(const State<L>& state, const Slots& slots, Pack<L>* position) {
    for (std::size_t k = 0; k < slots.size(); ++k) position[k] = state[slots[k]];
    normalise(position, slots.size());
}

}  // namespace

template <int L>
void make_constants(const System& system, State<L>& state) {
    const std::size_t programmes = system.programmes.size(), sectors = system.sectors.size();
    Constants<L>& fixed = state.fixed;
    const DynamicsPlan& dynamics = system.dynamics;
    const Pack<L> one(1.0), dt(system.dt);
    fixed.delivery.resize(programmes * sectors);
    for (std::size_t k = 0; k < programmes; ++k)
        write_position(state, system.delivered_by[k], &fixed.delivery[k * sectors]);
    fixed.shifted_delivery = fixed.delivery;
    for (const ShiftPlan& shift : system.shifts) {
        Pack<L>* row = &fixed.shifted_delivery[shift.programme.row() * sectors];
        const Pack<L> moved = min(state[shift.share] * state[shift.money_follows], row[shift.from.row()]);
        row[shift.from.row()] -= moved;
        row[shift.to.row()] += moved;
    }
    fixed.status_quo.resize(system.funds.size() * programmes);
    fixed.exposed_as.resize(system.funds.size() * programmes);
    fixed.yardstick.resize(system.funds.size() * programmes);
    fixed.stay.resize(system.funds.size());
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        write_position(state, system.funds[f].status_quo, &fixed.status_quo[f * programmes]);
        write_position(state, system.funds[f].exposed_as, &fixed.exposed_as[f * programmes]);
        write_position(state, system.funds[f].yardstick, &fixed.yardstick[f * programmes]);
        fixed.stay[f] = power(state[system.funds[f].inertia], dt);
    }
    fixed.quarrel = power(one - state[dynamics.deadlock_cost], dt);
    fixed.rub = power(one - state[dynamics.friction], dt);
    fixed.mend = one - power(one - state[dynamics.goodwill_recovery], dt);
    fixed.fade = exp(-state[dynamics.mandate_decay] * dt);
    fixed.leave = one - exp(-state[dynamics.champion_exit] * dt);
}

namespace {

// A roster's figure; the kind's where there is no roster or the cell is empty.
template <int L>
Pack<L> figure(const std::vector<double>& roster, std::uint32_t number, const Pack<L>& of_kind) {
    return roster.empty() || std::isnan(roster[number - 1]) ? of_kind : Pack<L>(roster[number - 1]);
}

// Some organisations, one after the other.
template <int L>
class Placement {
public:
    Placement(const System& system, State<L>& state, Row last, Scratch<L>& scratch)
        : system_(system),
          state_(state),
          programmes_(system.programmes.size()),
          scratch_(scratch.reserve(std::size_t{3} * kRowsAhead + programmes_)),
          wishes_(std::exchange(scratch_, scratch_ + programmes_)),
          sizes_(draws(Purpose::income, last)),
          commitments_(draws(Purpose::commitment_start, last)),
          resiliences_(draws(Purpose::resilience_start, last)) {}

    void place(Row i) {
        const Instance& instance = system_.organisations[i];
        const OrganisationKindPlan& kind = system_.organisation_kinds[instance.kind];
        auto& of = state_.organisations;
        const Pack<L> one(1.0), zero(0.0);
        const Pack<L> scale =
            drawn(kind.income_spread) ? exp(state_[kind.income_spread] * sizes_.of(i)) : one;
        of.income[i] = scale * figure(kind.roster_income, instance.number, state_[kind.income]);
        const Pack<L> kind_list = kind.list_size ? state_[*kind.list_size] : zero;
        of.list[i] = scale * figure(kind.roster_list, instance.number, kind_list);
        of.clout0[i] = of.clout[i] =
            kind.clout ? state_[*kind.clout] : state_[kind.clout_factor] * of.income[i];
        const Pack<L> luck = drawn(kind.commitment_spread) ? commitments_.of(i) : zero;
        of.commitment0[i] = of.commitment[i] =
            clip01(state_[kind.commitment] + state_[kind.commitment_spread] * luck);
        of.other[i] = of.base[i] = zero;
        const Pack<L> health = drawn(kind.resilience_spread) ? resiliences_.of(i) : zero;
        of.resilience[i] =
            max(min(state_[kind.resilience] + state_[kind.resilience_spread] * health, one), Pack<L>(0.01));
        of.independent[i] = of.open[i] = true;
        place_anchor(i, kind);
    }

private:
    DrawAhead<L> draws(Purpose purpose, Row last) {
        Pack<L>* scratch = std::exchange(scratch_, scratch_ + kRowsAhead);
        return {system_, state_.luck, purpose, last, scratch};
    }

    [[nodiscard]] bool drawn(Slot spread) const {
        return system_.stochastic && !system_.constant_zero(spread);
    }

    void place_anchor(Row i, const OrganisationKindPlan& kind) {
        Pack<L>* anchor = &state_.organisations.anchor[i * programmes_];
        write_position(state_, kind.position, anchor);
        if (drawn(kind.spread)) {
            draw_by_programme(system_, state_.luck, {i, i + 1}, 0, Purpose::anchor, 1, wishes_);
            for (std::size_t k = 0; k < programmes_; ++k) anchor[k] *= exp(state_[kind.spread] * wishes_[k]);
            normalise(anchor, programmes_);
        }
        for (std::size_t k = 0; k < programmes_; ++k)
            state_.organisations.position[i * programmes_ + k] = anchor[k];
    }

    const System& system_;
    State<L>& state_;
    std::size_t programmes_;
    Pack<L>* scratch_;
    Pack<L>* wishes_;  // (programmes) one organisation's draws
    DrawAhead<L> sizes_, commitments_, resiliences_;
};

template <int L>
void place_organisations(const System& system, State<L>& state) {
    const std::size_t count = system.organisations.size(), programmes = system.programmes.size();
    auto& of = state.organisations;
    for (auto* figures : {&of.income, &of.other, &of.base, &of.list, &of.clout0, &of.clout, &of.commitment0,
                          &of.commitment, &of.resilience}) {
        figures->resize(count);
    }
    of.independent.resize(count);
    of.open.resize(count);
    of.anchor.resize(count * programmes);
    of.position.resize(count * programmes);
    in_parts(state.crew, count, grain(count, system),
             [&](std::size_t first, std::size_t last, std::size_t part) {
                 Placement<L> placement(system, state, static_cast<Row>(last), state.scratch[part]);
                 for (std::size_t i = first; i < last; ++i) placement.place(static_cast<Row>(i));
             });
}

// The message of a body that has not spoken yet: the plain mean of its members' positions.
template <int L>
void first_message(const System& system, State<L>& state, Row b) {
    const std::size_t programmes = system.programmes.size();
    Pack<L>* message = &state.bodies.message[b * programmes];
    double members = 0;
    each_member(system, b, [&](const MemberLine& entry, Row m) {
        if (entry.of_bodies && state.bodies.speaks[m][0] == 0.0)
            return;  // it has no members: it is not there
        const Packs<L>& from = entry.of_bodies ? state.bodies.message : state.organisations.position;
        for (std::size_t k = 0; k < programmes; ++k) message[k] += from[m * programmes + k];
        ++members;
    });
    state.bodies.speaks[b] = Pack<L>(members > 0 ? 1.0 : 0.0);
    for (std::size_t k = 0; k < programmes && members > 0; ++k) message[k] *= Pack<L>(1.0 / members);
}

template <int L>
void first_messages(const System& system, State<L>& state) {
    for (const Span level : system.levels) {
        in_parts(state.crew, level.size(), grain(level.size(), system),
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     for (std::size_t at = first; at < last; ++at)
                         first_message(system, state, system.speaking_order[level.first + at]);
                 });
    }
}

// What caucuses sum up; `deliberate` writes all of it in every round.
template <int L>
void size_caucuses(const System& system, CaucusState<L>& of) {
    const std::size_t count = system.caucuses.size(), programmes = system.programmes.size();
    for (auto* sums : {&of.potential, &of.committed, &of.scatter}) sums->resize(count);
    for (auto* positions : {&of.apart, &of.reference}) positions->resize(count * programmes);
}

template <int L>
void place_bodies(const System& system, State<L>& state) {
    const std::size_t count = system.bodies.size(), programmes = system.programmes.size();
    BodyState<L>& of = state.bodies;
    for (auto* figures : {&of.speaks, &of.committed, &of.potential, &of.dispersion, &of.voice, &of.assent}) {
        figures->assign(count, Pack<L>(0.0));
    }
    for (auto* figures : {&of.cohesion, &of.goodwill}) figures->assign(count, Pack<L>(1.0));
    of.will.assign(count * programmes, Pack<L>(0.0));
    of.message.assign(count * programmes, Pack<L>(0.0));
    of.sources.assign(count * (system.sectors.size() + 1), Pack<L>(0.0));
    of.leaning.assign((system.places.size() + 1 + system.leaning_kinds.size()) * programmes, Pack<L>(0.0));
    for (const BodyPlan& body : system.bodies) {
        of.mandate0.push_back(mandate_given(system, state, body));
        of.champion.push_back(state[system.body_kinds[body.instance.kind].champion]);
    }
    of.mandate = of.mandate0;
    of.left.assign(count, Mask<L>(false));
    if (!system.offers.empty()) {
        for (auto* figures : {&of.bought, &of.unity}) figures->assign(count, Pack<L>(0.0));
        state.organisations.deals.assign(system.organisations.size(), Pack<L>(0.0));
        for (const OfferPlan& offer : system.offers)
            state.deals.resize(state.deals.size() + offer.to.size(), Pack<L>(0.0));
    }
    if (system.has_upkeep) {
        of.funded.assign(count, Pack<L>(1.0));
        of.granted.assign(count, Pack<L>(0.0));
        state.organisations.dues.assign(system.organisations.size(), Pack<L>(0.0));
    }
    first_messages(system, state);
}

// Reserves memory for as many closures in a round as are ever likely, so that rounds allocate nothing.
template <int L>
void reserve_failures(const System& system, State<L>& state) {
    const std::size_t likely = system.organisations.size() / 4 + 16;
    for (Found<L>& found : state.found) found.failures.reserve(likely / state.found.size() + 16);
    state.failures.reserve(likely);
    state.succession.homes.reserve(likely);
    state.succession.searched.reserve(system.cells() + system.sectors.size());
}

}  // namespace

template <int L>
State<L> initialise(const System& system, std::uint64_t first_replicate, Crew* crew, LuckBook<L>* kept) {
    State<L> state(system, first_replicate, crew);
    if (kept != nullptr) state.book = std::move(*kept);
    state.book.open(system, first_replicate, kept != nullptr);
    draw_numbers(system, first_replicate, state);
    if (!system.dated.empty()) state.since.assign(system.numbers.size(), 0.0);
    make_constants(system, state);
    place_organisations(system, state);
    size_caucuses(system, state.caucuses);
    place_bodies(system, state);
    place_money(system, state);
    reserve_failures(system, state);
    return state;
}

template void make_constants<1>(const System&, State<1>&);
template void make_constants<8>(const System&, State<8>&);
template void make_constants<16>(const System&, State<16>&);
template State<1> initialise<1>(const System&, std::uint64_t, Crew*, LuckBook<1>*);
template State<8> initialise<8>(const System&, std::uint64_t, Crew*, LuckBook<8>*);
template State<16> initialise<16>(const System&, std::uint64_t, Crew*, LuckBook<16>*);

}  // namespace clout
