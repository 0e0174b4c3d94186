#include "tools/playground/engine/answers.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/playing.hpp"

#include <cmath>

namespace clout::playground {
namespace {

const char* word_of(Basis basis) {
    switch (basis) {
        case Basis::observed: return "observed";
        case Basis::calibrated: return "calibrated";
        case Basis::illustrative: return "illustrative";
        case Basis::standard: return "standard";
        default: return "";
    }
}

const Author* author_of(const InfluenceReport& report, const std::string& name) {
    for (const Author& author : report.sectors)
        if (author.name == name) return &author;
    return nullptr;
}

Json authors_json(const std::array<InfluenceReport, 2>& reports, const Provenance& provenance) {
    Json authors = Json::array();
    for (const auto& [name, label] : provenance.sector_labels) {
        const Author *base = author_of(reports[0], name), *arm = author_of(reports[1], name);
        if (!base || !arm) continue;
        authors.push_back({{"name", name},
                           {"label", label},
                           {"part", {base->part.mean, arm->part.mean}},
                           {"votes", {base->votes, arm->votes}},
                           {"leverage", {base->leverage.mean, arm->leverage.mean}},
                           {"money", {base->money.mean, arm->money.mean}}});
    }
    return authors;
}

Json rungs_json(const InfluenceReport& report, const Scenario& scenario) {
    Json rungs = Json::array();
    for (const auto* list : {&report.tiers, &report.seats}) {
        for (const LadderRung& rung : *list) {
            rungs.push_back({{"from", actor_display_name(scenario, rung.from)},
                             {"to", actor_display_name(scenario, rung.to)},
                             {"seat", rung.boards > 0},
                             {"part", rung.part.mean},
                             {"share", rung.share},
                             {"commitment", rung.commitment},
                             {"cohesion", rung.cohesion},
                             {"mandate", rung.mandate},
                             {"standing", rung.standing},
                             {"weighs", rung.weighs}});
        }
    }
    return rungs;
}

Json boards_json(const InfluenceReport& report) {
    Json boards = Json::array();
    for (const BoardPower& board : report.boards) {
        Json seats = Json::array();
        for (const SeatPower& seat : board.seats)
            seats.push_back({{"name", seat.name},
                             {"seats", seat.seats},
                             {"votes", seat.votes},
                             {"power", seat.power.shapley_shubik},
                             {"weight", seat.weight.mean}});
        boards.push_back({{"fund", board.fund}, {"board", board.board}, {"seats", std::move(seats)}});
    }
    return boards;
}

Json means(const std::vector<Summary>& by_year) {
    Json years = Json::array();
    for (const Summary& year : by_year) years.push_back(year.mean);
    return years;
}

}  // namespace

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json problems_json(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const Problem& problem : problems) {
        list.push_back({{"severity", problem.severity == Severity::error ? "error" : "warning"},
                        {"file", problem.file},
                        {"line", problem.line},
                        {"column", problem.column},
                        {"path", problem.path},
                        {"message", problem.message},
                        {"hint", problem.hint},
                        {"text", to_text(problem)}});
    }
    return list;
}

std::string refusal(const std::vector<Problem>& problems) {
    return written({{"problems", problems_json(problems)}});
}

std::string refusal(const std::string& message) {
    Problem problem;
    problem.fault = Fault::request;
    problem.message = message;
    return refusal(std::vector{problem});
}

Json library_json(const Library& library) {
    const Provenance provenance = provenance_of(library, library.baseline);
    const Scenario& scenario = library.arms[library.baseline].scenario;
    Json arms = Json::array(), levers = Json::array(), sectors = Json::array();
    for (std::size_t row = 0; row < library.arms.size(); ++row) {
        const ArmScenario arm = arm_of(library, row);
        arms.push_back({{"name", arm.name}, {"label", arm.label}, {"levers", library.arms[row].levers}});
    }
    for (const auto& [name, label] : library.lever_labels)
        levers.push_back({{"name", name}, {"label", label.empty() ? name : label}});
    for (const auto& [name, label] : provenance.sector_labels)
        sectors.push_back({{"name", name}, {"label", label}});
    return {{"title", provenance.title},
            {"summary", scenario.summary},
            {"as_at", provenance.as_at},
            {"focus", provenance.focus},
            {"seed", std::to_string(provenance.seed)},
            {"years",
             (scenario.clock.rounds + scenario.clock.rounds_per_year - 1) / scenario.clock.rounds_per_year},
            {"stochastic", provenance.stochastic},
            {"replicates", provenance.asked},
            {"baseline", library.arms[library.baseline].name},
            {"arms", std::move(arms)},
            {"levers", std::move(levers)},
            {"sectors", std::move(sectors)}};
}

Json knobs_json(const std::vector<Knob>& knobs) {
    Json list = Json::array();
    for (const Knob& knob : knobs) {
        const Travel travel = travel_of(knob.number);
        Json entry{{"path", knob.path},
                   {"group", knob.group},
                   {"label", knob.label},
                   {"help", knob.help},
                   {"unit", knob.unit},
                   {"lever", knob.lever},
                   {"low", travel.low},
                   {"high", travel.high},
                   {"median", knob.number.median()},
                   {"basis", word_of(knob.number.basis)},
                   {"source", knob.number.source},
                   {"arms", {knob.moves[0], knob.moves[1]}}};
        if (knob.number.shape == Shape::pick) entry["picks"] = knob.number.parameters;
        list.push_back(std::move(entry));
    }
    return list;
}

Json figures_json(const Comparison& comparison) {
    Json figures = Json::object();
    for (const MeasureComparison& measure : comparison.arms[1].measures) {
        const MeasureComparison* base = comparison.arms[0].find(measure.quantity.name);
        if (!base || measure.differences.empty()) continue;
        const Difference& last = measure.differences.back();
        figures[measure.quantity.name] = {{"unit", measure.quantity.unit},
                                          {"base", means(base->by_year)},
                                          {"arm", means(measure.by_year)},
                                          {"difference",
                                           {{"mean", last.summary.mean},
                                            {"p05", last.summary.p05},
                                            {"p50", last.summary.p50},
                                            {"p95", last.summary.p95},
                                            {"se", last.se},
                                            {"p_greater", last.p_greater}}}};
    }
    return figures;
}

Json influence_json(const std::array<InfluenceReport, 2>& reports,
                    const std::array<const Scenario*, 2>& scenarios, const Provenance& provenance) {
    return {{"authors", authors_json(reports, provenance)},
            {"ladder", {rungs_json(reports[0], *scenarios[0]), rungs_json(reports[1], *scenarios[1])}},
            {"ladder_ends_at", {reports[0].ladder.mean, reports[1].ladder.mean}},
            {"boards", {boards_json(reports[0]), boards_json(reports[1])}}};
}

}  // namespace clout::playground
