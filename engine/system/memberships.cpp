#include "engine/system/draft.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

namespace clout {
namespace {

// Instances of one kind of agent, as candidates for membership.
struct Candidates {
    std::vector<Row> rows;  // in order
    std::vector<PlaceId> places;
    const std::vector<RosterRow>* roster = nullptr;  // of kinds read from one
};

using BodiesByName = std::unordered_map<std::string, Row>;

struct Joining {
    const System& system;
    Span bodies;                             // instances of the body's kind
    std::vector<std::vector<Row>>& members;  // (instances of the body's kind) result
};

// A roster may say itself which bodies its organisations belong to; then it is neither dealt nor joined to
// all.
bool join_as_listed(const Joining& join, const BodiesByName& by_name, const RosterRow& line, Row candidate) {
    bool listed = false;
    for (const std::string& name : line.member_of) {
        const auto found = by_name.find(name);
        if (found == by_name.end() || found->second < join.bodies.first || found->second >= join.bodies.last)
            continue;
        join.members[found->second - join.bodies.first].push_back(candidate);
        listed = true;
    }
    return listed;
}

// Bodies of a place take members of their place, bodies without one take all; `deal` gives each member one
// body in turn.
void join_by_place(const Joining& join, const Candidates& from, const std::vector<bool>& listed, bool deal) {
    std::unordered_map<std::uint32_t, std::vector<Row>>
        bodies_at;  // place (or none) -> instances, counted from 0
    for (Row b = join.bodies.first; b < join.bodies.last; ++b) {
        bodies_at[join.system.bodies[b].instance.place.value].push_back(b - join.bodies.first);
    }
    std::unordered_map<std::uint32_t, std::vector<Row>>
        members_at;  // place -> candidates that no roster has placed
    for (std::size_t i = 0; i < from.rows.size(); ++i) {
        if (listed[i]) continue;
        members_at[from.places[i].value].push_back(from.rows[i]);
        if (from.places[i].exists()) members_at[PlaceId::kNone].push_back(from.rows[i]);
    }
    for (const auto& [place, bodies] : bodies_at) {
        std::size_t turn = 0;
        for (const Row member : members_at[place]) {
            if (deal) {
                join.members[bodies[turn++ % bodies.size()]].push_back(member);
            } else {
                for (const Row body : bodies) join.members[body].push_back(member);
            }
        }
    }
}

class Memberships {
public:
    Memberships(const Scenario& scenario, SlotTable& slots, System& system)
        : scenario_(scenario), slots_(slots), system_(system) {
        for (Row b = 0; b < system.bodies.size(); ++b) by_name_.emplace(body_name(system, b), b);
        organisations_.resize(scenario.organisations.size());
        for (Row row = 0; row < system.organisations.size(); ++row) {
            const Instance& instance = system.organisations[row];
            Candidates& of = organisations_[instance.kind];
            of.rows.push_back(row);
            of.places.push_back(instance.place);
        }
        for (std::size_t k = 0; k < scenario.organisations.size(); ++k) {
            if (scenario.organisations[k].from_roster)
                organisations_[k].roster = &scenario.organisations[k].roster;
        }
    }

    void add_entries() {
        for (Row kind = 0; kind < scenario_.bodies.size(); ++kind) {
            const Span bodies = system_.body_kind_rows[kind];
            const auto& members = scenario_.bodies[kind].members;
            std::vector<std::vector<std::vector<Row>>> joined;  // entry, body, members
            for (const Member& member : members) joined.push_back(join(member, bodies));
            for (Row b = bodies.first; b < bodies.last; ++b) {
                const auto first = static_cast<Row>(system_.entries.size());
                for (std::size_t e = 0; e < members.size(); ++e)
                    add_entry(members[e], joined[e][b - bodies.first]);
                system_.bodies[b].entries = {first, static_cast<Row>(system_.entries.size())};
            }
        }
    }

private:
    std::vector<std::vector<Row>> join(const Member& member, Span bodies) {
        std::vector<std::vector<Row>> members(bodies.size());
        const Joining joining{system_, bodies, members};
        const Candidates from = candidates(member.kind);
        std::vector<bool> listed(from.rows.size(), false);
        if (from.roster) {
            for (std::size_t i = 0; i < from.rows.size(); ++i) {
                listed[i] = join_as_listed(joining, by_name_, (*from.roster)[i], from.rows[i]);
            }
        }
        join_by_place(joining, from, listed, member.deal);
        for (auto& rows : members) std::sort(rows.begin(), rows.end());
        return members;
    }

    Candidates candidates(AgentKind kind) const {
        if (kind.what == AgentKind::Class::organisation) return organisations_[kind.row];
        Candidates bodies;
        const Span rows = system_.body_kind_rows[kind.row];
        for (Row b = rows.first; b < rows.last; ++b) {
            bodies.rows.push_back(b);
            bodies.places.push_back(system_.bodies[b].instance.place);
        }
        return bodies;
    }

    void add_entry(const Member& member, const std::vector<Row>& rows) {
        MemberLine entry;
        entry.kind = member.kind.row;
        entry.of_bodies = member.kind.what == AgentKind::Class::body;
        entry.conflicted = member.conflicted;
        entry.home = member.home;
        entry.members.first = static_cast<Row>(system_.member.size());
        system_.member.insert(system_.member.end(), rows.begin(), rows.end());
        entry.members.last = static_cast<Row>(system_.member.size());
        entry.share = slots_.add(member.share);
        entry.votes = slots_.add(member.votes);
        entry.standing = slots_.add(member.standing);
        entry.initiative = slots_.add(member.initiative);
        if (member.salience) entry.salience = slots_.add(*member.salience);
        entry.name = member.name;
        entry.bloc = member.bloc;
        system_.entries.push_back(std::move(entry));
    }

    const Scenario& scenario_;
    SlotTable& slots_;
    System& system_;
    BodiesByName by_name_;
    std::vector<Candidates> organisations_;
};

// Homes and parents: the first body, not a board, that has one as a member.
void find_homes(System& system) {
    system.home.assign(system.organisations.size(), kNoRow);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (system.bodies[b].board) continue;
        for (Row e = system.bodies[b].entries.first; e < system.bodies[b].entries.last; ++e) {
            const MemberLine& entry = system.entries[e];
            for (Row at = entry.members.first; at < entry.members.last; ++at) {
                const Row member = system.member[at];
                Row& above = entry.of_bodies ? system.bodies[member].parent : system.home[member];
                if (above == kNoRow && (entry.of_bodies || entry.home)) above = b;
            }
        }
    }
}

// How many layers of bodies stand below a kind; the reader has proved that there is no cycle.
std::vector<std::size_t> depths(const Scenario& scenario) {
    std::vector<std::size_t> depth(scenario.bodies.size(), 0);
    const std::function<std::size_t(std::size_t)> measure = [&](std::size_t kind) {
        if (depth[kind] != 0) return depth[kind];
        std::size_t deepest = 0;
        for (const Member& member : scenario.bodies[kind].members) {
            if (member.kind.what == AgentKind::Class::body)
                deepest = std::max(deepest, measure(member.kind.row));
        }
        return depth[kind] = deepest + 1;
    };
    for (std::size_t kind = 0; kind < depth.size(); ++kind) measure(kind);
    return depth;
}

}  // namespace

void make_memberships(const Scenario& scenario, SlotTable& slots, System& system) {
    Memberships(scenario, slots, system).add_entries();
    find_homes(system);
    const std::vector<std::size_t> depth = depths(scenario);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (!system.bodies[b].board) system.speaking_order.push_back(b);
    }
    std::stable_sort(system.speaking_order.begin(), system.speaking_order.end(), [&](Row a, Row b) {
        return depth[system.bodies[a].instance.kind] < depth[system.bodies[b].instance.kind];
    });
}

}  // namespace clout
