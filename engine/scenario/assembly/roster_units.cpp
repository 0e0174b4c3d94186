#include "engine/scenario/assembly/roster_units.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/table_form.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kToldOneByOne = 5;

using Lines = std::vector<const RosterFile::Line*>;

// The upper middle of the figures that are given; 0 where none is.
double middle(const RosterFile& roster, double RosterRow::*figure) {
    std::vector<double> given;
    for (const RosterFile::Line& line : roster.lines) {
        if (line.row.*figure > 0) given.push_back(line.row.*figure);
    }
    if (given.empty()) return 0;
    const auto at = given.begin() + static_cast<std::ptrdiff_t>(given.size() / 2);
    std::nth_element(given.begin(), at, given.end());
    return *at;
}

class RowQuestions {
public:
    RowQuestions(const RosterFile& roster, Problems& problems) : roster_(roster), problems_(problems) {}

    void ask() {
        for (const RosterFile::Line& line : roster_.lines) ask_of_totals(line);
        ask_of_places();
        ask_of_lists();
        ask_of_incomes();
    }

private:
    void warn(const RosterFile::Line& line, const char* column, std::string message, std::string hint) {
        problems_.warn({roster_.file, line.line, 0}, column, std::move(message), std::move(hint));
    }

    // Each by itself where they are few, else together where the first of them stands.
    void warn_of(const Lines& odd, const char* column, const auto& message, const std::string& hint) {
        if (odd.size() > kToldOneByOne) {
            warn(*odd.front(), column,
                 message(*odd.front()) + ", and so in " + std::to_string(odd.size()) + " rows", hint);
            return;
        }
        for (const RosterFile::Line* line : odd) warn(*line, column, message(*line), hint);
    }

    void ask_of_totals(const RosterFile::Line& line) {
        const std::string key = as_key(line.row.name);
        const std::string run_on = without(key, '_');
        const bool total = key == "total" || key == "totals" || key == "sum" || run_on == "subtotal" ||
                           key.starts_with("total_") || key.ends_with("_total") || key.ends_with("_totals") ||
                           run_on.starts_with("grandtotal") || key.starts_with("sum_of") || key == "all" ||
                           key == "all_practices" || key == "all_organisations" || key == "average" ||
                           key == "mean" || key == "median";
        if (total)
            warn(line, "name",
                 "'" + line.row.name + "' looks like a row of totals, and would be an organisation",
                 "remove the row");
    }

    void ask_of_places() {
        Lines without;
        for (const RosterFile::Line& line : roster_.lines) {
            if (line.place.empty()) without.push_back(&line);
        }
        if (without.size() * 2 >= roster_.lines.size()) return;
        warn_of(
            without, "place",
            [](const RosterFile::Line& line) {
                return "'" + line.row.name +
                       "' has no place, as most others do, and joins no body of a place";
            },
            "fill in the place");
    }

    void ask_of_lists() {
        constexpr double kMost = 200'000, kThousands = 1000;
        const double usual = middle(roster_, &RosterRow::list_size);
        if (usual > 0 && usual < kFewest) {
            warn(roster_.lines.front(), "list_size",
                 "the middle row has a list of " + grouped_text(usual, 3) + " patients",
                 "lists are in patients: 7.183 thousand are 7183");
            return;
        }
        if (usual < kThousands || usual > kMost) return;
        Lines odd;
        for (const RosterFile::Line& line : roster_.lines) {
            const double list = line.row.list_size;
            if ((list > 0 && list < kFewest) || list > kMost) odd.push_back(&line);
        }
        warn_of(
            odd, "list_size",
            [&](const RosterFile::Line& line) {
                return "a list of " + grouped_text(line.row.list_size, 3) +
                       " patients, where the middle one has " + grouped_text(usual, 3);
            },
            "check it; thousands are written without a comma or a point: 7183");
    }

    void ask_of_incomes() {
        constexpr double kApart = 1000, kMuch = 20'000;  // £ a patient
        const double usual = middle(roster_, &RosterRow::income),
                     list = middle(roster_, &RosterRow::list_size);
        // A list that is too short to be one is asked about by itself.
        if (usual > 0 && list >= kFewest && usual * 1e6 / list > kMuch) {
            warn(roster_.lines.front(), "income",
                 "the middle row has £" + grouped_text(usual, 6) + "m for a list of " +
                     grouped_text(list, 3) + ": £" + grouped_text(usual * 1e6 / list) + " a patient",
                 "income is in £m: £1,286,000 is 1.286");
            return;
        }
        Lines odd;
        for (const RosterFile::Line& line : roster_.lines) {
            if (usual > 0 && line.row.income > kApart * usual) odd.push_back(&line);
        }
        warn_of(
            odd, "income",
            [&](const RosterFile::Line& line) {
                return "an income of £" + grouped_text(line.row.income, 6) + "m, where the middle row has £" +
                       grouped_text(usual, 6) + "m";
            },
            "income is in £m: £1,286,000 is 1.286");
    }

    static constexpr double kFewest = 100;  // [patients] a list, of practices as they are

    const RosterFile& roster_;
    Problems& problems_;
};

}  // namespace

void question_rows(const RosterFile& roster, Problems& problems) {
    if (!roster.lines.empty()) RowQuestions(roster, problems).ask();
}

}  // namespace clout
