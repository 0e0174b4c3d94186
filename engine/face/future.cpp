#include "engine/face/future.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/chronicle_json.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/text/negotiation.hpp"
#include "engine/study/future_study.hpp"

namespace clout::face {
namespace {

BoardRound board_round(const BoardTrace& board, const clout::Scenario& scenario) {
    return {scenario.funds[board.fund.row()].name,
            board.place.exists() ? scenario.places[board.place.row()] : std::string(), board.agreed,
            board.goodwill, board.split};
}

Round round_of(const RoundTrace& trace, const clout::Scenario& scenario) {
    Round round{trace.year,    trace.share, trace.decided,     trace.received,   trace.uptake, trace.lapsed,
                trace.unspent, {},          trace.independent, trace.taken_over, trace.closed};
    for (const BoardTrace& board : trace.boards) {
        round.boards.push_back(board_round(board, scenario));
    }
    return round;
}

Future shown(const Trace& trace, const clout::Scenario& scenario) {
    Future future;
    for (const auto& sector : scenario.sectors) {
        future.sectors.push_back(sector.name);
    }
    for (const auto& programme : scenario.programmes) {
        future.programmes.push_back(programme.name);
    }
    for (const RoundTrace& round : trace.rounds) {
        future.rounds.push_back(round_of(round, scenario));
    }
    return future;
}

// What printing needs, kept alive; the arm points into the scenario.
template <class Study>
struct Followed {
    Scenario scenario;
    ArmScenario arm;
    Study study;
};

template <class Study>
std::shared_ptr<const Followed<Study>> kept(const Scenario& scenario, std::size_t row, Study study) {
    return std::make_shared<const Followed<Study>>(
        Followed<Study>{scenario, arm_of(library_of(scenario), row), std::move(study)});
}

}  // namespace

Result<Future> follow(const Scenario& scenario, const std::string& arm,
                      std::optional<std::uint64_t> replicate) {
    const auto row = find_arm(library_of(scenario), arm);
    if (!row) {
        return row.problems();
    }
    const auto all = kept(scenario, row.value(), study_trace(library_of(scenario), row.value(), replicate));
    Future future = shown(all->study.trace, *all->arm.scenario);
    future.arm = all->arm.name;
    future.replicate = replicate;
    future.printed = {
        [=](std::size_t width) {
            return negotiation_text(all->study.trace, *all->arm.scenario, all->study.provenance,
                                    all->arm.label, replicate, {width, false});
        },
        [=] { return trace_json(all->study.trace, *all->arm.scenario, all->arm.name, replicate); }};
    return future;
}

Result<Printed> chronicle(const Scenario& scenario, const std::string& arm,
                          std::optional<std::uint64_t> replicate) {
    const auto row = find_arm(library_of(scenario), arm);
    if (!row) {
        return row.problems();
    }
    const auto all =
        kept(scenario, row.value(), study_chronicle(library_of(scenario), row.value(), replicate));
    return Printed(
        [=](std::size_t width) {
            const Style style{width, false};
            return future_heading(all->study.provenance, all->arm.label, replicate, style) +
                   chronicle_text(all->study.chronicle, *all->arm.scenario, style);
        },
        [=] {
            return chronicle_json_lines(all->study.chronicle, *all->arm.scenario, {all->arm.name, replicate});
        });
}

}  // namespace clout::face
