#include "engine/scenario/assembly/roster.hpp"

#include "engine/base/spelling.hpp"
#include "engine/scenario/assembly/roster_units.hpp"
#include "engine/scenario/checks/body_instances.hpp"
#include "engine/scenario/checks/layer_check.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/source_text.hpp"

#include <algorithm>
#include <unordered_set>

namespace clout {
namespace {

// Rows of one kind in one arm: places looked up, memberships checked.
class RosterRows {
public:
    RosterRows(const Scenario& scenario, const Names& names, Problems& problems)
        : names_(names), problems_(problems), bodies_(scenario), organisations_(scenario) {
        const auto& kinds = scenario.organisations;
        several_ =
            std::count_if(kinds.begin(), kinds.end(), [](const auto& kind) { return kind.from_roster; }) > 1;
    }

    void add(OrganisationKind& kind, const RosterFile& roster, bool has_income) {
        kind.roster.reserve(roster.lines.size());
        for (const RosterFile::Line& line : roster.lines) {
            const Mark here{roster.file, line.line, 0};
            RosterRow& row = kind.roster.emplace_back(line.row);
            place(line, here, row);
            check_memberships(row, kind, here);
            check_name(row.name, here);
            if (row.income != row.income && !has_income) {
                problems_.error(here, "income", "the income is missing",
                                "give it here, or one for all under organisations." + kind.name + ".income");
            }
        }
    }

private:
    void place(const RosterFile::Line& line, Mark here, RosterRow& row) {
        if (line.place.empty()) return;
        if (const auto found = names_.row(Space::place, line.place)) {
            row.place = PlaceId{*found};
            return;
        }
        problems_.error(
            here, "place", "there is no place '" + line.place + "'",
            problems_.crowded() ? "" : suggestion(line.place, names_.all(Space::place), "known:"));
    }

    void check_memberships(const RosterRow& row, const OrganisationKind& kind, Mark here) {
        for (auto at = row.member_of.begin(); at != row.member_of.end(); ++at) {
            const std::string& name = *at;
            if (std::find(row.member_of.begin(), at, name) != at) {
                problems_.error(here, "member_of", "'" + name + "' is listed twice", "name it once");
                continue;
            }
            const auto body = bodies_.kind_of(name);
            if (!body) {
                problems_.error(here, "member_of", "there is no body '" + name + "'",
                                "write it as in pcn, pcn-3, pcn@place or pcn@place-3");
            } else if (!bodies_.takes(*body, kind.name)) {
                problems_.error(here, "member_of",
                                "'" + name + "' does not take '" + kind.name + "' as members",
                                "add it under members of that body");
            }
        }
    }

    // Draws are addressed by name: no two instances may share one.
    void check_name(const std::string& name, Mark here) {
        if (names_.row(Space::agent, name)) {
            problems_.error(here, "name", "'" + name + "' is the name of a kind of organisation or body",
                            "choose another");
        } else if (bodies_.is_instance(name) || organisations_.is_instance(name)) {
            problems_.error(here, "name",
                            "'" + name + "' is what one of a kind of organisations or bodies is called",
                            "choose another: every name has its own luck");
        } else if (several_ && !met_.insert(name).second) {
            problems_.error(here, "name", "'" + name + "' is in another roster already", "names must differ");
        }
    }

    const Names& names_;
    Problems& problems_;
    BodyInstances bodies_;
    OrganisationInstances organisations_;
    bool several_ = false;  // one roster alone has been checked when it was read
    std::unordered_set<std::string> met_;
};

}  // namespace

const RosterFile& Rosters::read(const std::string& below) {
    auto& slot = read_[below];
    if (slot) return *slot;
    const std::string path = joined_path(folder_, below);
    const std::uint32_t file = files_.add(path);
    slot = std::make_unique<RosterFile>();
    if (leads_out(provider_, folder_, below)) {
        problems_.error({file, 0, 0}, "", "this is a link that leads out of the folder of the scenario",
                        "put the file itself into that folder");
        return *slot;
    }
    if (const auto text = checked_text(provider_.read(path, kLargestRoster), file, problems_))
        *slot = parse_roster(*text, file, problems_);
    question_rows(*slot, problems_);
    return *slot;
}

// Who stands where and is sent where, once each: all that memberships depend on.
void Rosters::sketch(Scenario& scenario, const Names& names) {
    for (OrganisationKind& kind : scenario.organisations) {
        if (!kind.from_roster) continue;
        std::unordered_set<std::string> met;
        for (const RosterFile::Line& line : read(kind.roster_file).lines) {
            std::string key = line.place;
            for (const std::string& body : line.row.member_of) key += ';' + body;
            if (!met.insert(std::move(key)).second) continue;
            RosterRow& row = kind.roster.emplace_back(line.row);
            if (const auto place = names.row(Space::place, line.place)) row.place = PlaceId{*place};
        }
    }
}

void Rosters::fill(Scenario& scenario, const TreeIndex& tree, const Names& names, Problems& problems) {
    RosterRows rows(scenario, names, problems);
    for (OrganisationKind& kind : scenario.organisations) {
        const std::string path = "organisations." + kind.name;
        const bool has_income = tree.at(path + ".income") != nullptr;
        if (!kind.from_roster) {
            if (!has_income) {
                problems.error(tree.mark(path), path, "the key 'income' is missing",
                               "it gives income of one organisation");
            }
            continue;
        }
        const RosterFile& roster = read(kind.roster_file);
        if (roster.sound && roster.lines.empty()) {
            problems.error(tree.mark(path + ".roster"), path + ".roster", "this roster has no rows",
                           "every row is an organisation");
        }
        rows.add(kind, roster, has_income);
    }
}

}  // namespace clout
