#include "engine/scenario/assembly/roster.hpp"

#include "engine/base/spelling.hpp"
#include "engine/base/text.hpp"
#include "engine/scenario/checks/body_instances.hpp"
#include "engine/scenario/text/csv.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/source_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>

namespace clout {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"name", "place", "income", "list_size", "member_of"};
constexpr std::size_t kMostBodies = 1000;  // that one organisation can be a member of
enum Column : std::size_t { kNameColumn, kPlaceColumn, kIncomeColumn, kListColumn, kMemberColumn };

class RosterParser {
public:
    RosterParser(const std::string& text, std::uint32_t file, Problems& problems)
        : csv_(text), problems_(problems) {
        roster_.file = file;
        const auto most = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        roster_.lines.reserve(most);
        met_.reserve(most);
    }

    RosterFile parse() {
        std::vector<std::string> cells;
        if (!csv_.next(cells)) {
            error("", "the roster is empty",
                  "its first line names the columns: name,place,income,list_size,member_of");
        } else if (header(cells)) {
            while (csv_.next(cells)) record(cells);
        }
        roster_.sound = sound_;
        return std::move(roster_);
    }

private:
    void error(std::string column, std::string message, std::string hint = {}) {
        problems_.error({roster_.file, csv_.line(), 0}, std::move(column), std::move(message),
                        std::move(hint));
        sound_ = false;
    }

    bool header(const std::vector<std::string>& cells) {
        width_ = cells.size();
        columns_.fill(width_);
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const std::string_view title = trimmed(cells[at]);
            std::size_t column = 0;
            while (column < kColumns.size() && kColumns[column] != title) ++column;
            if (column == kColumns.size()) {
                problems_.warn({roster_.file, csv_.line(), 0}, std::string(title), "this column is not read",
                               "the columns are name, place, income, list_size and member_of");
            } else if (columns_[column] != width_) {
                error(std::string(title), "this column is there twice", "keep one of the two");
            } else {
                columns_[column] = at;
            }
        }
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            if (columns_[column] != width_) continue;
            error("", "the column '" + std::string(kColumns[column]) + "' is missing",
                  "the first line names the columns: name,place,income,list_size,member_of");
        }
        return sound_;
    }

    void record(const std::vector<std::string>& cells) {
        if (!csv_.trouble().empty())
            return error("", csv_.trouble(), "put the cell in quotes and double those inside it");
        if (cells.size() != width_) {
            return error("",
                         "this line has " + std::to_string(cells.size()) + " cells, the first line has " +
                             std::to_string(width_),
                         "a cell that holds a comma goes in quotes");
        }
        RosterFile::Line line;
        line.line = csv_.line();
        line.row.name = trimmed(cells[columns_[kNameColumn]]);
        line.place = trimmed(cells[columns_[kPlaceColumn]]);
        line.row.income = number(cells, kIncomeColumn);
        line.row.list_size = number(cells, kListColumn);
        split(trimmed(cells[columns_[kMemberColumn]]), line.row.member_of);
        if (line.row.member_of.size() > kMostBodies)
            return error("member_of", "more than 1000 bodies in one row");
        if (line.row.name.empty()) return error("name", "the name is missing", "every row needs one");
        roster_.lines.push_back(std::move(line));
        const RosterFile::Line& kept = roster_.lines.back();
        const auto [first, fresh] = met_.emplace(kept.row.name, kept.line);
        if (fresh) return;
        const std::string message =
            "'" + kept.row.name + "' is on line " + std::to_string(first->second) + " already";
        roster_.lines.pop_back();
        error("name", message, "names must differ");
    }

    double number(const std::vector<std::string>& cells, Column column) {
        const std::string_view text = trimmed(cells[columns_[column]]);
        if (text.empty()) return std::numeric_limits<double>::quiet_NaN();
        const PlainNumber number = plain_number(text);
        if (number.value && *number.value >= 0) return *number.value;
        const std::string found = "found '" + std::string(text) + "'; ";
        error(std::string(kColumns[column]),
              found + (number.value ? "it must be at least 0" : "expected a number"), number.hint);
        return 0;
    }

    static void split(std::string_view text, std::vector<std::string>& into) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(';'), text.size());
            if (const auto name = trimmed(text.substr(0, end)); !name.empty()) into.emplace_back(name);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    CsvReader csv_;
    Problems& problems_;
    RosterFile roster_;
    std::array<std::size_t, kColumns.size()> columns_{};
    std::size_t width_ = 0;
    std::unordered_map<std::string_view, int> met_;  // names of `lines`, which never move; line of the file
    bool sound_ = true;
};

// Rows of one kind in one arm: places looked up, memberships checked.
class RosterRows {
public:
    RosterRows(const Scenario& scenario, const Names& names, Problems& problems)
        : names_(names), problems_(problems), bodies_(scenario) {
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
        } else if (several_ && !met_.insert(name).second) {
            problems_.error(here, "name", "'" + name + "' is in another roster already", "names must differ");
        }
    }

    const Names& names_;
    Problems& problems_;
    BodyInstances bodies_;
    bool several_ = false;  // one roster alone has been checked when it was read
    std::unordered_set<std::string> met_;
};

}  // namespace

RosterFile parse_roster(const std::string& text, std::uint32_t file, Problems& problems) {
    return RosterParser(text, file, problems).parse();
}

const RosterFile& Rosters::read(const std::string& below) {
    auto& slot = read_[below];
    if (slot) return *slot;
    const std::string path = joined_path(folder_, below);
    const std::uint32_t file = files_.add(path);
    slot = std::make_unique<RosterFile>();
    if (const auto text = checked_text(provider_.read(path, kLargestRoster), file, problems_))
        *slot = parse_roster(*text, file, problems_);
    return *slot;
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
