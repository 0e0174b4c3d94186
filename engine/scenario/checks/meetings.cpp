#include "engine/scenario/checks/meetings.hpp"

#include "engine/scenario/checks/body_instances.hpp"
#include "engine/scenario/checks/instance_names.hpp"
#include "engine/scenario/checks/validate.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

namespace clout {
namespace {

void add(Stand& stand, PlaceId place, std::uint64_t count) {
    const auto at = std::lower_bound(stand.begin(), stand.end(), place,
                                     [](const auto& one, PlaceId wanted) { return one.first < wanted; });
    if (at != stand.end() && at->first == place)
        at->second += count;
    else
        stand.insert(at, {place, count});
}

Stand stand_of_roster(const OrganisationKind& kind, std::size_t places) {
    std::vector<std::uint64_t> counts(places + 1, 0);
    for (const RosterRow& row : kind.roster) ++counts[row.place.exists() ? row.place.row() : places];
    Stand stand;
    for (std::uint32_t place = 0; place < places; ++place) {
        if (counts[place] > 0) stand.emplace_back(PlaceId{place}, counts[place]);
    }
    if (counts[places] > 0) stand.emplace_back(PlaceId{}, counts[places]);
    return stand;
}

}  // namespace

Stand stand_of(const Siting& siting) {
    if (!siting.per_place.empty()) return {siting.per_place.begin(), siting.per_place.end()};
    if (siting.instances() == 0) return {};
    return {{siting.place, siting.count}};
}

std::uint64_t count_at(const Stand& stand, PlaceId place) {
    const auto at = std::lower_bound(stand.begin(), stand.end(), place,
                                     [](const auto& one, PlaceId wanted) { return one.first < wanted; });
    return at != stand.end() && at->first == place ? at->second : 0;
}

std::uint64_t count_of(const Stand& stand) {
    std::uint64_t count = 0;
    for (const auto& at : stand) count += at.second;
    return count;
}

Meetings::Meetings(const Scenario& scenario) : scenario_(scenario), filled_(scenario.bodies.size()) {
    for (const OrganisationKind& kind : scenario.organisations) {
        organisations_.push_back(kind.from_roster ? stand_of_roster(kind, scenario.places.size())
                                                  : stand_of(kind.siting));
    }
    read_rosters();
    for (const BodyKind& body : scenario.bodies) {
        for (const Member& member : body.members) {
            if (!member.chosen.anyone()) leave_out(member);
        }
    }
    fill_all();
}

void Meetings::leave_out(const Member& member) {
    const Chosen& chosen = member.chosen;
    const bool only = !chosen.only.empty();
    const std::vector<std::string>& list = only ? chosen.only : chosen.except;
    const std::unordered_set<std::string> named(list.begin(), list.end());
    Stand& gone = left_out_[&member];
    for (const NamedInstance& one : instances_of(scenario_, member.kind)) {
        if (named.contains(one.name) != only) add(gone, one.place, 1);
    }
}

void Meetings::read_rosters() {
    BodyInstances instances(scenario_);
    for (std::uint32_t k = 0; k < scenario_.organisations.size(); ++k) {
        std::map<std::uint32_t, Listed> by_body;
        std::unordered_set<std::string_view> met;
        for (const RosterRow& row : scenario_.organisations[k].roster) {
            for (const std::string& name : row.member_of) {
                const auto body = instances.find(name);
                if (!body) continue;
                Listed& listed = by_body[body->kind];
                if (met.insert(name).second) add(listed.bodies, body->place, 1);
                add(listed.rows, row.place, 1);
            }
        }
        for (auto& [body, listed] : by_body) {
            listed.organisation = k;
            listed.body = body;
            listed_.push_back(std::move(listed));
        }
    }
}

const Meetings::Listed* Meetings::listed(std::uint32_t organisation, std::uint32_t body) const {
    const auto found = std::find_if(listed_.begin(), listed_.end(), [&](const Listed& one) {
        return one.organisation == organisation && one.body == body;
    });
    return found == listed_.end() ? nullptr : &*found;
}

std::uint64_t Meetings::members_at(std::uint32_t body, const Member& member, PlaceId place) const {
    const Stand& members = stand(member.kind);
    const Listed* sent =
        member.kind.what == AgentKind::Class::organisation ? listed(member.kind.row, body) : nullptr;
    const bool all = !has_places(scenario_.bodies[body].siting);
    const std::uint64_t here = all ? count_of(members) : count_at(members, place);
    const auto at = [&](const Stand& stand) { return all ? count_of(stand) : count_at(stand, place); };
    const auto left_out = left_out_.find(&member);
    const std::uint64_t gone =
        (sent ? at(sent->rows) : 0) + (left_out == left_out_.end() ? 0 : at(left_out->second));
    return here - std::min(gone, here);
}

// Members first, without recursion: chains of bodies may be long. A circle, which is told elsewhere, fills
// nobody.
void Meetings::fill_all() {
    enum class Walk : std::uint8_t { fresh, open, done };
    std::vector<Walk> walks(scenario_.bodies.size(), Walk::fresh);
    std::vector<std::pair<std::uint32_t, std::size_t>> steps;  // body, its next member
    for (std::uint32_t start = 0; start < walks.size(); ++start) {
        if (walks[start] == Walk::fresh) steps.emplace_back(start, 0);
        while (!steps.empty()) {
            auto& [body, next] = steps.back();
            walks[body] = Walk::open;
            const auto& members = scenario_.bodies[body].members;
            if (next == members.size()) {
                fill(body);
                order_.push_back(body);
                walks[body] = Walk::done;
                steps.pop_back();
                continue;
            }
            const AgentKind kind = members[next++].kind;
            if (kind.what == AgentKind::Class::body && walks[kind.row] == Walk::fresh)
                steps.emplace_back(kind.row, 0);
        }
    }
}

void Meetings::fill(std::uint32_t body) {
    const BodyKind& kind = scenario_.bodies[body];
    if (kind.members.empty()) return;
    for (const auto& [place, bodies] : stand_of(kind.siting)) {
        std::uint64_t filled = 0;
        for (const Member& member : kind.members) {
            const std::uint64_t members = members_at(body, member, place);
            if (members > 0) filled = std::max(filled, member.deal ? std::min(members, bodies) : bodies);
            const Listed* sent =
                member.kind.what == AgentKind::Class::organisation ? listed(member.kind.row, body) : nullptr;
            if (sent) filled += count_at(sent->bodies, place);
        }
        if (filled > 0) filled_[body].emplace_back(place, std::min(filled, bodies));
    }
}

bool Meetings::links(std::uint32_t body, const Member& member) const {
    if (member.kind.what == AgentKind::Class::organisation && listed(member.kind.row, body)) return true;
    if (!has_places(scenario_.bodies[body].siting)) return members_at(body, member, PlaceId{}) > 0;
    const Stand bodies = stand_of(scenario_.bodies[body].siting);
    return std::any_of(bodies.begin(), bodies.end(),
                       [&](const auto& at) { return members_at(body, member, at.first) > 0; });
}

std::uint64_t Meetings::count_filled(std::uint32_t body) const { return count_of(filled_[body]); }

}  // namespace clout
