#include "engine/scenario/assembly/instance_names.hpp"

namespace clout {
namespace {

std::vector<NamedInstance> sited(const std::string& kind, const Siting& siting,
                                 const std::vector<std::string>& places) {
    if (siting.form == Siting::Form::single) return {{kind, siting.place}};
    std::vector<NamedInstance> named;
    if (siting.form == Siting::Form::counted) {
        for (std::uint64_t number = 1; number <= siting.count; ++number)
            named.push_back({kind + '-' + std::to_string(number), siting.place});
    }
    for (const auto& [place, count] : siting.per_place) {
        const std::string stem = kind + '@' + places[place.row()];
        const bool alone = siting.form == Siting::Form::one_per_place;
        if (alone) named.push_back({stem, place});
        for (std::uint64_t number = 1; !alone && number <= count; ++number)
            named.push_back({stem + '-' + std::to_string(number), place});
    }
    return named;
}

}  // namespace

std::vector<NamedInstance> instances_of(const Scenario& scenario, AgentKind kind) {
    if (kind.what == AgentKind::Class::body) {
        const BodyKind& body = scenario.bodies[kind.row];
        return sited(body.name, body.siting, scenario.places);
    }
    const OrganisationKind& organisation = scenario.organisations[kind.row];
    if (!organisation.from_roster) return sited(organisation.name, organisation.siting, scenario.places);
    std::vector<NamedInstance> named;
    for (const RosterRow& row : organisation.roster) named.push_back({row.name, row.place});
    return named;
}

}  // namespace clout
