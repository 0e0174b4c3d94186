#include "engine/system/compile.hpp"

#include "engine/system/draft.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace clout {

Slot SlotTable::add(const Number& number) {
    const auto next = static_cast<Row>(numbers_.size());
    const Row row = number.path.empty() ? own_.try_emplace(number.parameters[0], next).first->second
                                        : stated_.try_emplace(number.path, next).first->second;
    if (row == next) numbers_.push_back(number);
    return {row};
}

Slots SlotTable::add(const std::vector<Number>& numbers) {
    Slots slots;
    slots.reserve(numbers.size());
    for (const Number& number : numbers) slots.push_back(add(number));
    return slots;
}

namespace {

OrganisationKindPlan plan_organisations(const OrganisationKind& kind, SlotTable& slots) {
    OrganisationKindPlan plan;
    const Traits& traits = kind.traits;
    plan.sector = kind.sector;
    plan.income = slots.add(kind.income);
    plan.spread = slots.add(traits.spread);
    plan.income_spread = slots.add(traits.income_spread);
    plan.salience = slots.add(traits.salience);
    plan.susceptibility = slots.add(traits.susceptibility);
    plan.commitment = slots.add(traits.commitment);
    plan.commitment_spread = slots.add(traits.commitment_spread);
    plan.clout_factor = slots.add(traits.clout_factor);
    if (kind.clout) plan.clout = slots.add(*kind.clout);
    if (kind.list_size) plan.list_size = slots.add(*kind.list_size);
    plan.position = slots.add(traits.position);
    return plan;
}

ProtocolKind protocol_named(const std::string& name) {
    const auto kinds = protocol_kinds();
    const auto named = [&](const ProtocolFacts& kind) { return kind.name == name; };
    return {static_cast<std::size_t>(std::find_if(kinds.begin(), kinds.end(), named) - kinds.begin())};
}

BodyKindPlan plan_bodies(const BodyKind& kind, SlotTable& slots) {
    BodyKindPlan plan;
    plan.mandate = slots.add(kind.mandate);
    plan.fidelity = slots.add(kind.fidelity);
    plan.feedback = slots.add(kind.feedback);
    plan.champion = slots.add(kind.champion);
    plan.salience = slots.add(kind.salience);
    plan.formality = slots.add(kind.formality);
    plan.agenda_power = slots.add(kind.agenda_power);
    plan.patience = slots.add(kind.patience);
    plan.quota = slots.add(kind.quota);
    plan.reversion = slots.add(kind.reversion);
    if (kind.is_board) plan.protocol = protocol_named(kind.protocol);
    for (const RedLine& line : kind.red_lines) {
        if (line.is_void()) continue;
        plan.red_lines.push_back(
            {line.programme, slots.add(line.floor), slots.add(line.rigidity), line.held_by});
    }
    return plan;
}

DynamicsPlan plan_dynamics(const Dynamics& d, SlotTable& slots) {
    return {slots.add(d.tolerance),     slots.add(d.opinion_noise), slots.add(d.money_to_clout),
            slots.add(d.demand_growth), slots.add(d.success),       slots.add(d.predation),
            slots.add(d.norm),          slots.add(d.reversion),     slots.add(d.commitment_noise),
            slots.add(d.strain),        slots.add(d.shock),         slots.add(d.mandate_decay),
            slots.add(d.champion_exit), slots.add(d.takeover),      slots.add(d.goodwill_recovery),
            slots.add(d.deadlock_cost), slots.add(d.friction)};
}

void plan_sectors(const Scenario& scenario, SlotTable& slots, System& system) {
    for (const Sector& sector : scenario.sectors) {
        SectorPlan plan;
        plan.name = sector.name;
        plan.signs_off = !sector.sign_off.empty();
        for (const BodyKindId kind : sector.sign_off)
            plan.sign_off.push_back(system.body_kind_rows[kind.row()]);
        plan.lapse_to = sector.lapse_to;
        plan.taken_over_by = sector.taken_over_by;
        if (sector.imposed_below) plan.imposed_below = slots.add(*sector.imposed_below);
        plan.imposed_after = slots.add(sector.imposed_after);
        plan.imposition_cost = slots.add(sector.imposition_cost);
        plan.can_fail = sector.can_fail;
        system.sectors.push_back(std::move(plan));
    }
}

// Leanings: the standing split of each place, that of bodies without a place, then every kind that somebody
// leans to.
void plan_leanings(const Scenario& scenario, System& system) {
    const auto standing = static_cast<Row>(system.places.size());
    std::map<std::array<Row, 3>, Row> known;  // of bodies, kind, place -> row of leaning_kinds
    for (BodyPlan& body : system.bodies) {
        const auto& leaning = scenario.bodies[body.instance.kind].leaning;
        const PlaceId place = body.instance.place;
        if (!leaning) {
            body.leaning = place.exists() ? place.value : standing;
            continue;
        }
        const bool of_bodies = leaning->what == AgentKind::Class::body;
        const auto [found, fresh] = known.try_emplace({of_bodies ? 1u : 0u, leaning->row, place.value},
                                                      static_cast<Row>(system.leaning_kinds.size()));
        if (fresh) system.leaning_kinds.push_back({of_bodies, leaning->row, place});
        body.leaning = standing + 1 + found->second;
    }
}

}  // namespace

System compile(const Scenario& scenario) {
    System system;
    system.rounds = scenario.clock.rounds;
    system.rounds_per_year = scenario.clock.rounds_per_year;
    system.dt = 1.0 / static_cast<double>(scenario.clock.rounds_per_year);
    system.stochastic = scenario.stochastic;
    system.seed = scenario.seed;
    system.places = scenario.places;
    system.focus = scenario.focus;
    for (const Programme& programme : scenario.programmes) system.programmes.push_back(programme.name);

    SlotTable slots(system.numbers);
    for (const OrganisationKind& kind : scenario.organisations) {
        system.organisation_kinds.push_back(plan_organisations(kind, slots));
        const auto listed = [](const RosterRow& row) { return row.list_size > 0; };
        system.has_patients = system.has_patients || kind.list_size ||
                              std::any_of(kind.roster.begin(), kind.roster.end(), listed);
    }
    for (const BodyKind& kind : scenario.bodies) system.body_kinds.push_back(plan_bodies(kind, slots));
    system.dynamics = plan_dynamics(scenario.dynamics, slots);
    make_instances(scenario, system);
    plan_sectors(scenario, slots, system);
    make_memberships(scenario, slots, system);
    lay_out(system);
    find_caucuses(system);
    plan_leanings(scenario, system);
    plan_money(scenario, slots, system);
    return system;
}

}  // namespace clout
