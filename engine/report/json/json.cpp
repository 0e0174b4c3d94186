#include "engine/report/json/json.hpp"

#include "engine/report/json/json_parts.hpp"
#include "engine/run/watch/trace.hpp"
#include "engine/scenario/scenario.hpp"

namespace clout {
namespace {

Json measures_json(const ArmComparison& arm) {
    Json json = Json::object();
    for (const auto& measure : arm.measures) {
        Json entry{{"unit", measure.quantity.unit}};
        entry.update(summary_json(measure.last()));
        Json means = Json::array();
        for (const Summary& year : measure.by_year) means.push_back(year.mean);
        entry["by_year"] = std::move(means);
        json[measure.quantity.name] = std::move(entry);
    }
    return json;
}

Json differences_json(const ArmComparison& arm) {
    Json json = Json::object();
    for (const auto& measure : arm.measures) {
        if (measure.differences.empty()) {
            continue;
        }
        const Difference& last = measure.differences.back();
        Json entry = summary_json(last.summary);
        entry["se"] = last.se;
        entry["p_greater"] = last.p_greater;
        json[measure.quantity.name] = std::move(entry);
    }
    return json;
}

Json by_sector(const std::vector<double>& values, const Scenario& scenario) {
    Json json = Json::object();
    for (std::size_t row = 0; row < scenario.sectors.size(); ++row) {
        json[scenario.sectors[row].name] = values[row];
    }
    return json;
}

Json board_json(const BoardTrace& board, const Scenario& scenario) {
    Json seats = Json::array();
    for (const auto& seat : board.seats) {
        seats.push_back({{"name", seat.name}, {"weight", seat.weight}});
    }
    Json split = Json::object();
    for (std::size_t row = 0; row < scenario.programmes.size(); ++row) {
        split[scenario.programmes[row].name] = board.split[row];
    }
    return {{"fund", scenario.funds[board.fund.row()].name},
            {"place", board.place.exists() ? Json(scenario.places[board.place.row()]) : Json(nullptr)},
            {"seats", std::move(seats)},
            {"agreed", board.agreed},
            {"dispersion", board.dispersion},
            {"goodwill", board.goodwill},
            {"split", std::move(split)}};
}

Json round_json(const RoundTrace& round, const Scenario& scenario) {
    Json imposed = Json::array(), boards = Json::array();
    for (const SectorId sector : round.imposed) {
        imposed.push_back(scenario.sectors[sector.row()].name);
    }
    for (const auto& board : round.boards) {
        boards.push_back(board_json(board, scenario));
    }
    return {{"year", round.year},
            {"share", by_sector(round.share, scenario)},
            {"decided", by_sector(round.decided, scenario)},
            {"received", by_sector(round.received, scenario)},
            {"uptake", by_sector(round.uptake, scenario)},
            {"lapsed", round.lapsed},
            {"unspent", round.unspent},
            {"granted", round.granted},
            {"controlled", by_sector(round.controlled, scenario)},
            {"imposed", std::move(imposed)},
            {"boards", std::move(boards)},
            {"independent", round.independent},
            {"taken_over", round.taken_over},
            {"closed", round.closed}};
}

Json influence_json(const Trace& trace, const Scenario& scenario) {
    Json json = Json::object();
    for (std::size_t fund = 0; fund < trace.influence.size(); ++fund) {
        if (!trace.influence[fund].empty()) {
            Json parts = by_sector(trace.influence[fund], scenario);
            parts["leaning"] = trace.influence[fund].back();
            json[scenario.funds[fund].name] = std::move(parts);
        }
    }
    return json;
}

Json leverage_json(const Trace& trace, const Scenario& scenario) {
    Json json = Json::array();
    for (const TableLeverage& table : trace.leverage) {
        Json seats = Json::array();
        for (const SeatLeverage& seat : table.seats)
            seats.push_back({{"name", seat.name}, {"sectors", by_sector(seat.moved, scenario)}});
        json.push_back(
            {{"fund", scenario.funds[table.fund.row()].name},
             {"place", table.place.exists() ? Json(scenario.places[table.place.row()]) : Json(nullptr)},
             {"seats", std::move(seats)}});
    }
    return json;
}

Json problem_json(const Problem& p) {
    return {{"severity", p.severity == Severity::error ? "error" : "warning"},
            {"file", p.file},
            {"line", p.line},
            {"column", p.column},
            {"path", p.path},
            {"message", p.message},
            {"hint", p.hint}};
}

}  // namespace

// Exactly the keys that other programs rely on; where the figures come from stands in the manifest of --out.
std::string comparison_json(const Comparison& comparison, const Provenance& provenance) {
    Json arms = Json::object(), differences = Json::object();
    for (std::size_t row = 0; row < comparison.arms.size(); ++row) {
        const ArmComparison& arm = comparison.arms[row];
        arms[arm.name] = {{"measures", measures_json(arm)}};
        if (row != comparison.baseline) {
            differences[arm.name] = differences_json(arm);
        }
    }
    return printed({{"clout", version()},
                    {"results", results()},
                    {"arms", std::move(arms)},
                    {"differences", std::move(differences)},
                    {"replicates", provenance.finished},
                    {"seed", provenance.seed}});
}

std::string arm_json(const Comparison& comparison, const Provenance& provenance) {
    Json json = provenance_json(provenance);
    json["years"] = comparison.years;
    json["arm"] = comparison.base().name;
    json["label"] = comparison.base().label;
    json["measures"] = measures_json(comparison.base());
    return printed(json);
}

std::string trace_json(const Trace& trace, const Scenario& scenario, const std::string& arm,
                       std::optional<std::uint64_t> replicate) {
    Json rounds = Json::array();
    for (const auto& round : trace.rounds) {
        rounds.push_back(round_json(round, scenario));
    }
    Json json{{"clout", version()}, {"results", results()}, {"scenario", scenario.title}, {"arm", arm}};
    if (replicate) {
        json["seed"] = scenario.seed;
        json["replicate"] = *replicate;
    }
    json["rounds"] = std::move(rounds);
    json["influence"] = influence_json(trace, scenario);
    json["leverage"] = leverage_json(trace, scenario);
    return printed(json);
}

std::string check_json(std::span<const CheckedFile> files) {
    Json list = Json::array();
    for (const auto& checked : files) {
        Json problems = Json::array();
        for (const auto& problem : checked.problems) {
            problems.push_back(problem_json(problem));
        }
        list.push_back({{"file", checked.file}, {"sound", checked.sound}, {"problems", std::move(problems)}});
    }
    return printed({{"clout", version()}, {"results", results()}, {"files", std::move(list)}});
}

std::string difference_json(std::span<const std::pair<std::string, std::vector<std::string>>> differences) {
    Json json = Json::object();
    for (const auto& [heading, lines] : differences) {
        json[heading] = lines;
    }
    return printed({{"clout", version()}, {"results", results()}, {"differences", std::move(json)}});
}

std::string facts_json(std::span<const std::pair<std::string, std::string>> facts) {
    Json json = Json::object();
    for (const auto& [name, value] : facts) {
        json[name] = value;
    }
    return printed(json);
}

}  // namespace clout
