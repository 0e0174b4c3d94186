#include "engine/system/compile.hpp"

#include "engine/base/mix.hpp"
#include "engine/system/draft.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace clout {

Slot SlotTable::add(const Number& number) {
    const auto next = static_cast<Row>(system_.numbers.size());
    const Row row = number.path.empty() ? own_.try_emplace(number.parameters[0], next).first->second
                                        : stated_.try_emplace(number.path, next).first->second;
    if (row == next) {
        system_.numbers.push_back(number);
        if (number.dated()) date(row);
    }
    return {row};
}

Slots SlotTable::add(const std::vector<Number>& numbers) {
    Slots slots;
    slots.reserve(numbers.size());
    for (const Number& number : numbers) slots.push_back(add(number));
    return slots;
}

// Gives the later steps of a number rows of their own, drawn with the same luck. In round t the step of the
// largest year <= t dt + 1e-12 holds (MODEL.md 2).
void SlotTable::date(Row row) {
    const Number number = system_.numbers[row];
    DatedSlot dated{{row}, {}};
    for (std::size_t step = 1; step < number.steps.size(); ++step) {
        const double year = number.steps[step].year;
        std::uint32_t round = 0;
        while (round < system_.rounds && static_cast<double>(round) * system_.dt + 1e-12 < year) ++round;
        if (round == system_.rounds) break;
        dated.steps.push_back({round, year, static_cast<Row>(system_.numbers.size())});
        Number value = number.steps[step].value;
        value.path.clear();
        value.luck = number.address();
        system_.numbers.push_back(std::move(value));
    }
    if (!dated.steps.empty()) system_.dated.push_back(std::move(dated));
}

namespace {

OrganisationKindPlan plan_organisations(const OrganisationKind& kind, SlotTable& slots) {
    OrganisationKindPlan plan;
    slots.fill<TraitsOf>(plan, kind.traits);
    plan.sector = kind.sector;
    plan.income = slots.add(kind.income);
    if (kind.clout) plan.clout = slots.add(*kind.clout);
    if (kind.list_size) plan.list_size = slots.add(*kind.list_size);
    plan.position = slots.add(kind.traits.position);
    return plan;
}

ProtocolKind protocol_named(const std::string& name) {
    const auto kinds = protocol_kinds();
    const auto named = [&](const ProtocolFacts& kind) { return kind.name == name; };
    return {static_cast<std::size_t>(std::find_if(kinds.begin(), kinds.end(), named) - kinds.begin())};
}

BodyKindPlan plan_bodies(const BodyKind& kind, SlotTable& slots) {
    BodyKindPlan plan;
    slots.fill<BodyNumbersOf>(plan, kind);
    plan.weighs_equally = kind.weighing == Weighing::equal;
    plan.granted_by = kind.granted_by;
    if (kind.is_board) plan.protocol = protocol_named(kind.protocol);
    for (const RedLine& line : kind.red_lines) {
        if (line.is_void()) continue;
        plan.red_lines.push_back({line.programme, slots.add(line.floor), slots.add(line.rigidity),
                                  line.relative, line.backed, line.dormant, line.held_by,
                                  line.held_by_name.empty() ? 0 : name_hash(line.held_by_name)});
    }
    return plan;
}

void plan_sectors(const Scenario& scenario, SlotTable& slots, System& system) {
    for (const Sector& sector : scenario.sectors) {
        SectorPlan plan;
        slots.fill<SectorNumbersOf>(plan, sector);
        plan.name = sector.name;
        plan.signs_off = !sector.sign_off.empty();
        for (const BodyKindId kind : sector.sign_off)
            plan.sign_off.push_back(system.body_kind_rows[kind.row()]);
        plan.lapse_to = sector.lapse_to;
        plan.taken_over_by = sector.taken_over_by;
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
    system.seed = system.number_seed = scenario.seed;
    system.places = scenario.places;
    system.focus = scenario.focus;
    for (const Programme& programme : scenario.programmes) {
        system.programmes.push_back(programme.name);
        system.programme_names.push_back(name_hash(programme.name));
    }

    SlotTable slots(system);
    for (const OrganisationKind& kind : scenario.organisations) {
        system.organisation_kinds.push_back(plan_organisations(kind, slots));
        const auto listed = [](const RosterRow& row) { return row.list_size > 0; };
        system.has_patients = system.has_patients || kind.list_size ||
                              std::any_of(kind.roster.begin(), kind.roster.end(), listed);
    }
    for (const BodyKind& kind : scenario.bodies) system.body_kinds.push_back(plan_bodies(kind, slots));
    slots.fill<DynamicsOf>(system.dynamics, scenario.dynamics);
    make_instances(scenario, system);
    plan_sectors(scenario, slots, system);
    make_memberships(scenario, slots, system);
    lay_out(system);
    find_caucuses(system);
    plan_leanings(scenario, system);
    plan_money(scenario, slots, system);
    find_below(system);
    find_mechanisms(system);
    return system;
}

}  // namespace clout
