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

std::optional<std::uint32_t> BodyInstances::kind_of(const std::string& name) {
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
    return known_.emplace(name, look_up(name)).first->second;
}

std::optional<std::uint32_t> BodyInstances::look_up(std::string_view name) const {
    if (const std::size_t at = name.find('@'); at != std::string_view::npos) {
        return at_place(name.substr(0, at), name.substr(at + 1));
    }
    if (const auto kind = row(name); kind && scenario_.bodies[*kind].siting.form == Siting::Form::single)
        return kind;
    const auto [stem, number] = numbered(name);
    const auto kind = row(stem);
    if (number == 0 || !kind) return std::nullopt;
    const Siting& siting = scenario_.bodies[*kind].siting;
    return siting.form == Siting::Form::counted && number <= siting.count ? kind : std::nullopt;
}

bool BodyInstances::takes(std::uint32_t body, std::string_view organisation) const {
    const auto& members = scenario_.bodies[body].members;
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
        return member.kind.what == AgentKind::Class::organisation &&
               scenario_.organisations[member.kind.row].name == organisation;
    });
}

std::optional<std::uint32_t> BodyInstances::at_place(std::string_view kind, std::string_view rest) const {
    const auto body = row(kind);
    if (!body) return std::nullopt;
    const Siting& siting = scenario_.bodies[*body].siting;
    std::uint64_t number = 1;
    if (siting.form == Siting::Form::numbered_per_place)
        std::tie(rest, number) = numbered(rest);
    else if (siting.form != Siting::Form::one_per_place)
        return std::nullopt;
    const auto place = places_.find(rest);
    if (number == 0 || place == places_.end()) return std::nullopt;
    return number <= instances_at(siting, PlaceId{place->second}) ? body : std::nullopt;
}

}  // namespace clout
