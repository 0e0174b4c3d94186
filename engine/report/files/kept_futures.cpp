#include "engine/report/files/kept_futures.hpp"

#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/text/csv.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace clout {
namespace {

using Rows = std::vector<std::vector<double>>;  // of one arm: future by future, measure by measure

struct FutureTable {
    std::vector<std::string> measures;
    std::map<std::string, Rows> arms;
};

// An empty cell has no value.
std::optional<double> to_value(const std::string& cell) {
    double value = NAN;
    if (cell.empty()) return value;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc{} && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

std::vector<Problem> refusal(const std::string& where, const std::string& why) {
    return {refused_request(where + " " + why, "it is what clout compare --out has written")};
}

Result<FutureTable> read_table(std::string csv, const std::string& where) {
    std::erase(csv, '\r');
    CsvReader reader(csv);
    std::vector<std::string> cells;
    if (!reader.next(cells) || cells.size() < 3 || cells[0] != "arm" || cells[1] != "replicate")
        return refusal(where, "is no table of futures");
    FutureTable table{{cells.begin() + 2, cells.end()}, {}};
    while (reader.next(cells)) {
        const std::string line = where + ":" + std::to_string(reader.line());
        if (cells.size() != table.measures.size() + 2) return refusal(line, "has too few or too many cells");
        Rows& rows = table.arms[cells[0]];
        if (cells[1] != std::to_string(rows.size())) return refusal(line, "leaves a future out");
        std::vector<double>& row = rows.emplace_back();
        for (std::size_t at = 2; at < cells.size(); ++at) {
            const auto value = to_value(cells[at]);
            if (!value) return refusal(line, "has '" + cells[at] + "', which is no number");
            row.push_back(*value);
        }
    }
    return table;
}

Outcome outcome_of(const FutureTable& table, const Rows& rows, const System& system) {
    Outcome outcome;
    outcome.years = 1;
    outcome.replicates = rows.size();
    for (const Quantity& quantity : quantities(system)) {
        const auto column = std::find(table.measures.begin(), table.measures.end(), quantity.name);
        if (column == table.measures.end()) continue;
        outcome.quantities.push_back(quantity);
        for (const std::vector<double>& row : rows)
            outcome.values.push_back(row[static_cast<std::size_t>(column - table.measures.begin())]);
    }
    return outcome;
}

}  // namespace

Result<PlayedArms> kept_futures(const std::string& csv, const std::string& where,
                                std::span<const ArmScenario> arms) {
    const auto read = read_table(csv, where);
    if (!read) return read.problems();
    const FutureTable& table = read.value();
    std::vector<std::string> known;
    for (const auto& [name, rows] : table.arms) known.push_back(name);
    PlayedArms played;
    for (const ArmScenario& arm : arms) {
        const auto rows = table.arms.find(arm.name);
        if (rows == table.arms.end())
            return std::vector{
                unknown_name(where + " has no arm '" + arm.name + "'", arm.name, known, "it has")};
        played.systems.push_back(compile(*arm.scenario));
        played.outcomes.push_back(outcome_of(table, rows->second, played.systems.back()));
        if (played.outcomes.back().replicates != played.outcomes.front().replicates)
            return refusal(where, "has more futures of one arm than of another");
    }
    return played;
}

}  // namespace clout
