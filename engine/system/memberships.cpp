#include "engine/system/draft.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace clout {
namespace {

struct Joined {  // one candidate in one body of a kind, counted from that kind's first
    Row body, member;
};

// Who joins the bodies of one kind by one line of their members; bodies counted from the kind's first.
struct JoinedRows {
    std::vector<Row> first, member;  // (bodies + 1), body by body in the candidates' order
};

// Where the instances of one kind of body stand: those of a place follow one another.
class BodiesByPlace {
public:
    BodiesByPlace(const System& system, Span bodies) : at_(system.places.size() + 1) {
        for (Row b = bodies.first; b < bodies.last; ++b) {
            const PlaceId place = system.bodies[b].instance.place;
            placed_ = placed_ || place.exists();
            Span& here = at_[column(place)];
            if (here.size() == 0) here.first = b - bodies.first;
            here.last = b - bodies.first + 1;
        }
    }

    // Bodies of a place take members of their place, bodies without one take all.
    [[nodiscard]] std::size_t column(PlaceId place) const {
        return placed_ && place.exists() ? place.row() : at_.size() - 1;
    }
    [[nodiscard]] Span in(std::size_t column) const { return at_[column]; }
    [[nodiscard]] std::size_t columns() const { return at_.size(); }

private:
    std::vector<Span> at_;  // (places + 1), those without a place last
    bool placed_ = false;
};

using RowsByName = std::unordered_map<std::string, Row>;

// Rosters name the bodies their organisations belong to; nobody else asks.
RowsByName bodies_by_name(const Scenario& scenario, const System& system) {
    const auto names_bodies = [](const OrganisationKind& kind) {
        return std::any_of(kind.roster.begin(), kind.roster.end(),
                           [](const RosterRow& row) { return !row.member_of.empty(); });
    };
    RowsByName by_name;
    if (std::none_of(scenario.organisations.begin(), scenario.organisations.end(), names_bodies))
        return by_name;
    by_name.reserve(system.bodies.size());
    for (Row b = 0; b < system.bodies.size(); ++b) by_name.emplace(body_name(system, b), b);
    return by_name;
}

class Memberships {
public:
    Memberships(const Scenario& scenario, SlotTable& slots, System& system)
        : scenario_(scenario),
          slots_(slots),
          system_(system),
          by_name_(bodies_by_name(scenario, system)),
          organisations_(scenario.organisations.size()) {
        for (Row row = 0; row < system.organisations.size(); ++row) {
            Span& kind = organisations_[system.organisations[row].kind];
            if (kind.size() == 0) kind.first = row;
            kind.last = row + 1;
        }
    }

    void add_entries() {
        for (Row kind = 0; kind < scenario_.bodies.size(); ++kind) {
            const Span bodies = system_.body_kind_rows[kind];
            if (bodies.size() == 0) continue;
            const auto& members = scenario_.bodies[kind].members;
            const BodiesByPlace by_place(system_, bodies);
            std::vector<JoinedRows> joined;  // (entries)
            std::vector<MemberLine> lines;
            for (const Member& member : members) {
                joined.push_back(join(member, bodies, by_place));
                lines.push_back(line_of(member));
            }
            for (Row b = 0; b < bodies.size(); ++b) {
                Span& entries = system_.bodies[bodies.first + b].entries;
                entries.first = static_cast<Row>(system_.entries.size());
                for (std::size_t e = 0; e < members.size(); ++e) {
                    // Boards keep lines that nobody fills: red lines count them.
                    const bool empty = joined[e].first[b] == joined[e].first[b + 1];
                    if (!empty || system_.bodies[bodies.first + b].board) add_entry(lines[e], joined[e], b);
                }
                entries.last = static_cast<Row>(system_.entries.size());
            }
        }
    }

private:
    // Rows of the candidates in order; of organisations they follow one another as those of bodies do.
    [[nodiscard]] Span candidates(AgentKind kind) const {
        return kind.what == AgentKind::Class::organisation ? organisations_[kind.row]
                                                           : system_.body_kind_rows[kind.row];
    }

    JoinedRows join(const Member& member, Span bodies, const BodiesByPlace& by_place) const {
        const bool of_bodies = member.kind.what == AgentKind::Class::body;
        const Span from = candidates(member.kind);
        const auto* kind = of_bodies ? nullptr : &scenario_.organisations[member.kind.row];
        std::vector<Joined> joined;
        joined.reserve(from.size());
        std::vector<Row> turns(by_place.columns(), 0);
        for (Row row = from.first; row < from.last; ++row) {
            if (kind && kind->from_roster &&
                join_as_listed(kind->roster[row - from.first], row, bodies, joined))
                continue;
            const PlaceId place =
                of_bodies ? system_.bodies[row].instance.place : system_.organisations[row].place;
            const std::size_t column = by_place.column(place);
            const Span here = by_place.in(column);
            if (here.size() == 0) continue;
            if (member.deal) {
                joined.push_back({here.first + turns[column]++ % here.size(), row});
            } else {
                for (Row body = here.first; body < here.last; ++body) joined.push_back({body, row});
            }
        }
        keep_chosen(member, joined);
        return body_by_body(joined, bodies.size());
    }

    // Who is named is known by the instance's name; the others stay where they have been dealt.
    void keep_chosen(const Member& member, std::vector<Joined>& joined) const {
        if (member.chosen.anyone()) return;
        const bool of_bodies = member.kind.what == AgentKind::Class::body;
        const bool keep = member.chosen.except.empty();
        const auto& list = keep ? member.chosen.only : member.chosen.except;
        const std::unordered_set<std::string> named(list.begin(), list.end());
        std::erase_if(joined, [&](const Joined& one) {
            const std::string name =
                of_bodies ? body_name(system_, one.member) : organisation_name(system_, one.member);
            return named.contains(name) != keep;
        });
    }

    // A roster may say itself which bodies its organisations belong to; then they are neither dealt nor
    // joined to all.
    bool join_as_listed(const RosterRow& line, Row row, Span bodies, std::vector<Joined>& joined) const {
        bool listed = false;
        for (const std::string& name : line.member_of) {
            const auto found = by_name_.find(name);
            if (found == by_name_.end() || found->second < bodies.first || found->second >= bodies.last)
                continue;
            joined.push_back({found->second - bodies.first, row});
            listed = true;
        }
        return listed;
    }

    static JoinedRows body_by_body(const std::vector<Joined>& joined, Row bodies) {
        JoinedRows rows;
        rows.first.assign(bodies + std::size_t{1}, 0);
        for (const Joined& one : joined) ++rows.first[one.body + std::size_t{1}];
        std::partial_sum(rows.first.begin(), rows.first.end(), rows.first.begin());
        rows.member.resize(joined.size());
        std::vector<Row> next(rows.first.begin(), rows.first.end() - 1);
        for (const Joined& one : joined) rows.member[next[one.body]++] = one.member;
        return rows;
    }

    // What is the same for all bodies of a kind.
    MemberLine line_of(const Member& member) {
        MemberLine line;
        slots_.fill<MemberNumbersOf>(line, member);
        line.kind = member.kind.row;
        line.of_bodies = member.kind.what == AgentKind::Class::body;
        line.conflicted = member.conflicted;
        line.home = member.home;
        line.name = word(member.name);
        if (!member.bloc.empty()) line.bloc = word(member.bloc);
        return line;
    }

    Row word(const std::string& text) {
        const auto [known, fresh] = words_.try_emplace(text, static_cast<Row>(system_.words.size()));
        if (fresh) system_.words.push_back(text);
        return known->second;
    }

    void add_entry(MemberLine line, const JoinedRows& joined, Row body) {
        const auto from = joined.member.begin();
        line.members.first = static_cast<Row>(system_.member.size());
        system_.member.insert(system_.member.end(), from + joined.first[body], from + joined.first[body + 1]);
        line.members.last = static_cast<Row>(system_.member.size());
        system_.entries.push_back(line);
    }

    const Scenario& scenario_;
    SlotTable& slots_;
    System& system_;
    const RowsByName by_name_;
    RowsByName words_;                 // rows of System::words
    std::vector<Span> organisations_;  // (kinds) rows of organisations
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

// How many tiers of bodies stand below a kind; the reader has proved that there is no cycle.
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

// Members first; bodies of the same depth in the scenario's order.
void order_speakers(const Scenario& scenario, System& system) {
    const std::vector<std::size_t> depth = depths(scenario);
    std::vector<Row> kinds(depth.size());
    std::iota(kinds.begin(), kinds.end(), Row{0});
    std::stable_sort(kinds.begin(), kinds.end(), [&](Row a, Row b) { return depth[a] < depth[b]; });
    std::size_t level = 0;
    for (const Row kind : kinds) {
        const Span rows = system.body_kind_rows[kind];
        if (rows.size() == 0 || system.bodies[rows.first].board) continue;
        const auto first = static_cast<Row>(system.speaking_order.size());
        if (depth[kind] != level) system.levels.push_back({first, first});
        level = depth[kind];
        for (Row b = rows.first; b < rows.last; ++b) system.speaking_order.push_back(b);
        system.levels.back().last = static_cast<Row>(system.speaking_order.size());
    }
}

}  // namespace

void make_memberships(const Scenario& scenario, SlotTable& slots, System& system) {
    Memberships(scenario, slots, system).add_entries();
    find_homes(system);
    order_speakers(scenario, system);
}

}  // namespace clout
