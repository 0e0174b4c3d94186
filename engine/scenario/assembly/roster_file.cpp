#include "engine/scenario/assembly/roster.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/language/field.hpp"
#include "engine/scenario/text/csv.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/table_form.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace clout {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"name", "place", "income", "list_size", "member_of"};
constexpr std::size_t kMostBodies = 1000;  // that one organisation can be a member of
enum Column : std::size_t { kNameColumn, kPlaceColumn, kIncomeColumn, kListColumn, kMemberColumn };

class RosterParser {
public:
    RosterParser(const std::string& text, std::uint32_t file, Problems& problems)
        : text_(text), csv_(text), problems_(problems) {
        roster_.file = file;
        const auto most = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        roster_.lines.reserve(most);
        met_.reserve(most);
    }

    RosterFile parse() {
        std::vector<std::string> cells;
        if (const auto trouble = wrong_separator(text_)) {
            problems_.error({roster_.file, 1, 0}, "", trouble->message, trouble->hint);
            sound_ = false;
        } else if (!csv_.next(cells)) {
            error("", "the roster is empty",
                  "its first line names the columns: name,place,income,list_size,member_of");
        } else if (header(cells)) {
            while (csv_.next(cells)) {
                if (!is_blank(cells)) record(cells);
            }
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
                unread_.emplace_back(title);
            } else if (columns_[column] != width_) {
                error(std::string(title), "this column is there twice", "keep one of the two");
            } else {
                columns_[column] = at;
            }
        }
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            if (columns_[column] != width_) continue;
            const std::string other = other_words(column);
            error("", "the column '" + std::string(kColumns[column]) + "' is missing",
                  other.empty()
                      ? "the first line names the columns: name,place,income,list_size,member_of"
                      : "is it the one headed '" + other + "'? call it " + std::string(kColumns[column]));
            std::erase(unread_, other);
        }
        for (const std::string& title : unread_) {
            problems_.warn({roster_.file, csv_.line(), 0}, title, "this column is not read",
                           "the columns are name, place, income, list_size and member_of");
        }
        return sound_;
    }

    // The heading, among those that are not read, that most likely stands for a column.
    [[nodiscard]] std::string other_words(std::size_t column) const {
        static const std::array<std::vector<std::string_view>, kColumns.size()> kWords{
            {{"practice", "practice_name", "organisation", "organisation_name", "practice_code", "code"},
             {"locality", "area", "icb", "sub_icb", "location", "place_name", "borough"},
             {"income_£m", "income_(£m)", "income_(£)", "income_£", "funding", "payments", "budget",
              "total_payments"},
             {"list", "patients", "registered_patients", "registered_list", "population", "listsize",
              "number_of_patients"},
             {"pcn", "pcn_name", "network", "member", "members_of", "bodies", "memberships", "body"}}};
        for (const std::string& title : unread_) {
            const std::string key = as_key(title);
            const auto& words = kWords[column];
            if (key == kColumns[column] || std::find(words.begin(), words.end(), key) != words.end())
                return title;
        }
        return {};
    }

    void record(const std::vector<std::string>& cells) {
        if (!csv_.trouble().empty())
            return error("", csv_.trouble(), "put the cell in quotes and double those inside it");
        if (cells.size() != width_) {
            const std::string torn = cells.size() > width_ ? torn_number(cells) : std::string();
            return error("",
                         "this line has " + std::to_string(cells.size()) + " cells, the first line has " +
                             std::to_string(width_),
                         torn.empty() ? "a cell that holds a comma goes in quotes"
                                      : "thousands are written without a comma: " + torn);
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
        const bool large = number.value && *number.value > kLargestNumber;
        if (number.value && *number.value >= 0 && !large) return *number.value;
        const std::string found = "found '" + std::string(text) + "'; ";
        error(std::string(kColumns[column]),
              found + (large          ? "it must be at most " + number_text(kLargestNumber)
                       : number.value ? "it must be at least 0"
                                      : "expected a number"),
              number.hint);
        return 0;
    }

    static void split(std::string_view text, std::vector<std::string>& into) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(';'), text.size());
            if (const auto name = trimmed(text.substr(0, end)); !name.empty()) into.emplace_back(name);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::string_view text_;
    CsvReader csv_;
    Problems& problems_;
    RosterFile roster_;
    std::vector<std::string> unread_;  // headings that are no columns
    std::array<std::size_t, kColumns.size()> columns_{};
    std::size_t width_ = 0;
    std::unordered_map<std::string_view, int> met_;  // names of `lines`, which never move; line of the file
    bool sound_ = true;
};

}  // namespace

RosterFile parse_roster(const std::string& text, std::uint32_t file, Problems& problems) {
    return RosterParser(text, file, problems).parse();
}

}  // namespace clout
