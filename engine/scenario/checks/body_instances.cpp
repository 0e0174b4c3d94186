#include "engine/scenario/checks/body_instances.hpp"

#include "engine/scenario/checks/validate.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace clout {
namespace {

// "pcn-3" -> {"pcn", 3}; 0 where it does not end in a number that counts from 1.
std::pair<std::string_view, std::uint64_t> numbered(std::string_view name) {
    const std::size_t dash = name.rfind('-');
    if (dash == std::string_view::npos || dash + 1 >= name.size() || name[dash + 1] == '0') return {name, 0};
    std::uint64_t number = 0;
    const char* end = name.data() + name.size();
    const auto [stop, failure] = std::from_chars(name.data() + dash + 1, end, number);
    if (failure != std::errc{} || stop != end) return {name, 0};
    return {name.substr(0, dash), number};
}

// The place at which `rest` ("bolton" or "bolton-3") is an instance of what is sited so; nothing where it is
// none.
std::optional<PlaceId> place_of_instance(const Siting& siting, std::string_view rest,
                                         const std::unordered_map<std::string_view, std::uint32_t>& places) {
    std::uint64_t number = 1;
    if (siting.form == Siting::Form::numbered_per_place)
        std::tie(rest, number) = numbered(rest);
    else if (siting.form != Siting::Form::one_per_place)
        return std::nullopt;
    const auto place = places.find(rest);
    if (number == 0 || place == places.end()) return std::nullopt;
    if (number > instances_at(siting, PlaceId{place->second})) return std::nullopt;
    return PlaceId{place->second};
}

}  // namespace

BodyInstances::BodyInstances(const Scenario& scenario) : scenario_(scenario) {
    for (std::uint32_t row = 0; row < scenario.bodies.size(); ++row)
        bodies_.emplace(scenario.bodies[row].name, row);
    for (std::uint32_t row = 0; row < scenario.places.size(); ++row)
        places_.emplace(scenario.places[row], row);
}

std::optional<std::uint32_t> BodyInstances::row(std::string_view kind) const {
    const auto found = bodies_.find(kind);
    if (found == bodies_.end() || scenario_.bodies[found->second].members.empty()) return std::nullopt;
    return found->second;
}

std::optional<BodyInstances::Found> BodyInstances::find(const std::string& name) {
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
    return known_.emplace(name, look_up(name)).first->second;
}

std::optional<BodyInstances::Found> BodyInstances::look_up(std::string_view name) const {
    if (const std::size_t at = name.find('@'); at != std::string_view::npos) {
        return at_place(name.substr(0, at), name.substr(at + 1));
    }
    if (const auto kind = row(name); kind && scenario_.bodies[*kind].siting.form == Siting::Form::single)
        return Found{*kind, scenario_.bodies[*kind].siting.place};
    const auto [stem, number] = numbered(name);
    const auto kind = row(stem);
    if (number == 0 || !kind) return std::nullopt;
    const Siting& siting = scenario_.bodies[*kind].siting;
    if (siting.form != Siting::Form::counted || number > siting.count) return std::nullopt;
    return Found{*kind, siting.place};
}

bool BodyInstances::takes(std::uint32_t body, std::string_view organisation) const {
    const auto& members = scenario_.bodies[body].members;
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
        return member.kind.what == AgentKind::Class::organisation &&
               scenario_.organisations[member.kind.row].name == organisation;
    });
}

std::optional<BodyInstances::Found> BodyInstances::at_place(std::string_view kind,
                                                            std::string_view rest) const {
    const auto body = row(kind);
    if (!body) return std::nullopt;
    const auto place = place_of_instance(scenario_.bodies[*body].siting, rest, places_);
    if (!place) return std::nullopt;
    return Found{*body, *place};
}

OrganisationInstances::OrganisationInstances(const Scenario& scenario) : scenario_(scenario) {
    for (std::uint32_t row = 0; row < scenario.organisations.size(); ++row) {
        if (!scenario.organisations[row].from_roster) kinds_.emplace(scenario.organisations[row].name, row);
    }
    for (std::uint32_t row = 0; row < scenario.places.size(); ++row)
        places_.emplace(scenario.places[row], row);
}

bool OrganisationInstances::is_instance(std::string_view name) const {
    const std::size_t at = name.find('@');
    const auto [stem, number] = numbered(name);
    const auto kind = kinds_.find(at == std::string_view::npos ? stem : name.substr(0, at));
    if (kind == kinds_.end()) return false;
    const Siting& siting = scenario_.organisations[kind->second].siting;
    if (at != std::string_view::npos)
        return place_of_instance(siting, name.substr(at + 1), places_).has_value();
    return siting.form == Siting::Form::counted && number >= 1 && number <= siting.count;
}

}  // namespace clout
