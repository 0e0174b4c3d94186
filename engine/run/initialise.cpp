#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

#include <cmath>

namespace clout {
namespace {

template <int L>
void draw_numbers(const System& system, State<L>& state) {
    for (const Number& number : system.numbers) {
        Pack<L> value(number.median());
        if (system.stochastic && number.uncertain()) {
            const Pack<L> chance = state.luck.uniform({name_hash(number.path), 0, Purpose::number, 0});
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
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        write_position(state, system.funds[f].status_quo, &fixed.status_quo[f * programmes]);
        write_position(state, system.funds[f].exposed_as, &fixed.exposed_as[f * programmes]);
        fixed.stay.push_back(power(state[system.funds[f].inertia], dt));
    }
    fixed.quarrel = power(one - state[dynamics.deadlock_cost], dt);
    fixed.rub = power(one - state[dynamics.friction], dt);
    fixed.mend = one - power(one - state[dynamics.goodwill_recovery], dt);
    fixed.fade = exp(-state[dynamics.mandate_decay] * dt);
    fixed.leave = one - exp(-state[dynamics.champion_exit] * dt);
}

// One normal draw of an organisation, or 0 where nothing is spread.
template <int L>
Pack<L> one_draw(const System& system, const State<L>& state, Row i, Purpose purpose, Slot spread) {
    Pack<L> draw[1] = {Pack<L>(0.0)};
    if (system.stochastic && !system.constant_zero(spread)) {
        state.luck.normals({system.organisations[i].name, 0, purpose, 0}, draw);
    }
    return draw[0];
}

// A roster's figure; the kind's where there is no roster or the cell is empty.
template <int L>
Pack<L> figure(const std::vector<double>& roster, std::uint32_t number, const Pack<L>& of_kind) {
    return roster.empty() || std::isnan(roster[number - 1]) ? of_kind : Pack<L>(roster[number - 1]);
}

template <int L>
void place_organisation(const System& system, State<L>& state, Row i) {
    const std::size_t programmes = system.programmes.size();
    const Instance& instance = system.organisations[i];
    const OrganisationKindPlan& kind = system.organisation_kinds[instance.kind];
    auto& of = state.organisations;
    const Pack<L> scale =
        exp(state[kind.income_spread] * one_draw(system, state, i, Purpose::income, kind.income_spread));
    of.income[i] = scale * figure(kind.roster_income, instance.number, state[kind.income]);
    const Pack<L> kind_list = kind.list_size ? state[*kind.list_size] : Pack<L>(0.0);
    of.list[i] = scale * figure(kind.roster_list, instance.number, kind_list);
    of.clout0[i] = of.clout[i] = kind.clout ? state[*kind.clout] : state[kind.clout_factor] * of.income[i];
    const Pack<L> luck = one_draw(system, state, i, Purpose::commitment_start, kind.commitment_spread);
    of.commitment0[i] = of.commitment[i] =
        clip01(state[kind.commitment] + state[kind.commitment_spread] * luck);
    Pack<L>* anchor = &of.anchor[i * programmes];
    write_position(state, kind.position, anchor);
    if (system.stochastic && !system.constant_zero(kind.spread)) {
        Pack<L>* draws = state.room.need(programmes);
        state.luck.normals({instance.name, 0, Purpose::anchor, 0}, {draws, programmes});
        for (std::size_t k = 0; k < programmes; ++k) anchor[k] *= exp(state[kind.spread] * draws[k]);
        normalise(anchor, programmes);
    }
    for (std::size_t k = 0; k < programmes; ++k) of.position[i * programmes + k] = anchor[k];
}

template <int L>
void place_organisations(const System& system, State<L>& state) {
    const std::size_t count = system.organisations.size(), programmes = system.programmes.size();
    auto& of = state.organisations;
    for (auto* figures : {&of.income, &of.other, &of.base, &of.list, &of.clout0, &of.clout, &of.commitment0,
                          &of.commitment}) {
        figures->assign(count, Pack<L>(0.0));
    }
    for (auto* figures : {&of.resilience, &of.independent, &of.open}) figures->assign(count, Pack<L>(1.0));
    of.anchor.resize(count * programmes);
    of.position.resize(count * programmes);
    for (Row i = 0; i < count; ++i) place_organisation(system, state, i);
}

// The message of a body that has not spoken yet: the plain mean of its members' positions.
template <int L>
void first_messages(const System& system, State<L>& state) {
    const std::size_t programmes = system.programmes.size();
    for (const Row b : system.speaking_order) {
        Pack<L>* message = &state.bodies.message[b * programmes];
        double members = 0;
        for (Row e = system.bodies[b].entries.first; e < system.bodies[b].entries.last; ++e) {
            const MemberLine& entry = system.entries[e];
            for (Row at = entry.members.first; at < entry.members.last; ++at) {
                const Row m = system.member[at];
                if (entry.of_bodies && state.bodies.speaks[m][0] == 0.0)
                    continue;  // it has no members: it is not there
                const Packs<L>& from = entry.of_bodies ? state.bodies.message : state.organisations.position;
                for (std::size_t k = 0; k < programmes; ++k) message[k] += from[m * programmes + k];
                ++members;
            }
        }
        state.bodies.speaks[b] = Pack<L>(members > 0 ? 1.0 : 0.0);
        for (std::size_t k = 0; k < programmes && members > 0; ++k) message[k] *= Pack<L>(1.0 / members);
    }
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
        of.mandate.push_back(state[system.body_kinds[body.instance.kind].mandate]);
        of.champion.push_back(state[system.body_kinds[body.instance.kind].champion]);
    }
    first_messages(system, state);
}

}  // namespace

template <int L>
State<L> initialise(const System& system, std::uint64_t first_replicate) {
    State<L> state(system, first_replicate);
    draw_numbers(system, state);
    make_constants(system, state);
    place_organisations(system, state);
    place_bodies(system, state);
    place_money(system, state);
    return state;
}

template State<1> initialise<1>(const System&, std::uint64_t);
template State<16> initialise<16>(const System&, std::uint64_t);

}  // namespace clout
