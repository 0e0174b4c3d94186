#include "engine/base/mix.hpp"
#include "engine/system/draft.hpp"

namespace clout {
namespace {

Naming naming(const std::string& kind, const Siting& siting) {
    switch (siting.form) {
        case Siting::Form::single: return {Naming::Form::kind, kind, {}};
        case Siting::Form::counted: return {Naming::Form::numbered, kind, {}};
        case Siting::Form::one_per_place: return {Naming::Form::at_place, kind, {}};
        case Siting::Form::numbered_per_place: return {Naming::Form::numbered_at_place, kind, {}};
    }
    return {};
}

std::string name_of(const Naming& naming, PlaceId place, std::uint32_t number,
                    const std::vector<std::string>& places) {
    switch (naming.form) {
        case Naming::Form::kind: return naming.kind;
        case Naming::Form::numbered: return naming.kind + '-' + std::to_string(number);
        case Naming::Form::at_place: return naming.kind + '@' + places[place.row()];
        case Naming::Form::numbered_at_place:
            return naming.kind + '@' + places[place.row()] + '-' + std::to_string(number);
        case Naming::Form::roster: return naming.roster[number - 1];
    }
    return {};
}

// Calls add(place, count) for every place; its instances are numbered 1 … count.
template <class Add>
void for_each_place(const Siting& siting, Add&& add) {
    if (siting.form == Siting::Form::single) return add(siting.place, std::uint64_t{1});
    if (siting.form == Siting::Form::counted) return add(siting.place, siting.count);
    for (const auto& [place, count] : siting.per_place) add(place, count);
}

// Instances of one kind in one place, with the hash of name_of(); what the names share is hashed once.
template <class Add>
void add_instances(const Naming& naming, Row kind, PlaceId place, std::uint64_t count,
                   const std::vector<std::string>& places, Add&& add) {
    const bool numbered =
        naming.form == Naming::Form::numbered || naming.form == Naming::Form::numbered_at_place;
    NameHash stem;
    stem.append(naming.kind);
    if (naming.form == Naming::Form::at_place || naming.form == Naming::Form::numbered_at_place)
        stem.append("@").append(places[place.row()]);
    if (numbered) stem.append("-");
    for (std::uint32_t number = 1; number <= count; ++number) {
        NameHash name = stem;
        if (numbered) name.append_number(number);
        add(Instance{kind, place, number, name.value()});
    }
}

void add_organisations(const OrganisationKind& kind, Row row, System& system) {
    OrganisationKindPlan& plan = system.organisation_kinds[row];
    if (!kind.from_roster) {
        plan.naming = naming(kind.name, kind.siting);
        for_each_place(kind.siting, [&](PlaceId place, std::uint64_t count) {
            add_instances(plan.naming, row, place, count, system.places,
                          [&](const Instance& instance) { system.organisations.push_back(instance); });
        });
        return;
    }
    plan.naming = {Naming::Form::roster, kind.name, {}};
    for (const RosterRow& line : kind.roster) {
        plan.naming.roster.push_back(line.name);
        plan.roster_income.push_back(line.income);
        plan.roster_list.push_back(line.list_size);
        const auto number = static_cast<std::uint32_t>(plan.naming.roster.size());
        system.organisations.push_back({row, line.place, number, name_hash(line.name)});
    }
}

void add_bodies(const BodyKind& kind, Row row, System& system) {
    BodyKindPlan& plan = system.body_kinds[row];
    plan.naming = naming(kind.name, kind.siting);
    const auto first = static_cast<Row>(system.bodies.size());
    if (!kind.members.empty()) {
        for_each_place(kind.siting, [&](PlaceId place, std::uint64_t count) {
            add_instances(plan.naming, row, place, count, system.places, [&](const Instance& instance) {
                BodyPlan body;
                body.instance = instance;
                body.board = kind.is_board;
                system.bodies.push_back(body);
            });
        });
    }
    system.body_kind_rows.push_back({first, static_cast<Row>(system.bodies.size())});
}

}  // namespace

void make_instances(const Scenario& scenario, System& system) {
    std::uint64_t organisations = 0, bodies = 0;
    for (const OrganisationKind& kind : scenario.organisations) organisations += kind.instances();
    for (const BodyKind& kind : scenario.bodies) bodies += kind.instances();
    system.organisations.reserve(organisations);
    system.bodies.reserve(bodies);
    for (Row row = 0; row < scenario.organisations.size(); ++row)
        add_organisations(scenario.organisations[row], row, system);
    for (Row row = 0; row < scenario.bodies.size(); ++row) add_bodies(scenario.bodies[row], row, system);
}

std::string organisation_name(const System& system, Row organisation) {
    const Instance& instance = system.organisations[organisation];
    return name_of(system.organisation_kinds[instance.kind].naming, instance.place, instance.number,
                   system.places);
}

std::string body_name(const System& system, Row body) {
    const Instance& instance = system.bodies[body].instance;
    return name_of(system.body_kinds[instance.kind].naming, instance.place, instance.number, system.places);
}

}  // namespace clout
