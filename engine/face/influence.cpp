#include "engine/face/influence.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/influence_text.hpp"
#include "engine/study/influence_study.hpp"

#include <algorithm>

namespace clout::face {
namespace {

std::vector<Author> authors_of(const std::vector<clout::Author>& authors) {
    std::vector<Author> result;
    for (const clout::Author& author : authors) {
        result.push_back(
            {author.name, plain(author.part), plain(author.money), author.votes, plain(author.leverage)});
    }
    return result;
}

BoardPower board_of(const clout::BoardPower& power) {
    BoardPower board{power.fund, power.board, {}};
    for (const clout::SeatPower& seat : power.seats) {
        board.seats.push_back({seat.name, seat.seats, seat.votes, seat.power.shapley_shubik,
                               seat.power.banzhaf, seat.power.penrose, plain(seat.weight),
                               plain(seat.each.moved)});
    }
    return board;
}

Influence shown(const InfluenceReport& report) {
    Influence result;
    result.replicates = report.replicates;
    result.sectors = authors_of(report.sectors);
    result.kinds = authors_of(report.kinds);
    result.organisations = authors_of(report.organisations);
    result.influence = {report.influence.herfindahl, report.influence.gini};
    result.money = {report.money.herfindahl, report.money.gini};
    result.organisation = report.organisation.name;
    for (const LadderRung& rung : report.tiers) {
        result.ladder.push_back({rung.to.name, false, plain(rung.part), plain(rung.sector)});
    }
    for (const FundLadder& fund : report.funds) {
        result.ladder.push_back({fund.fund, true, plain(fund.one), plain(fund.sector)});
    }
    for (const clout::BoardPower& board : report.boards) {
        result.boards.push_back(board_of(board));
    }
    return result;
}

// Text names the few that wrote most.
InfluenceReport shortened(InfluenceReport report) {
    report.organisations.resize(std::min(report.organisations.size(), InfluenceOptions{}.organisations));
    return report;
}

}  // namespace

Result<Influence> influence(const Scenario& scenario, const std::string& arm, const Options& options) {
    const auto row = find_arm(library_of(scenario), arm);
    if (!row) {
        return row.problems();
    }
    auto studied =
        study_influence(library_of(scenario), row.value(), kEveryOrganisation, study_options(options));
    if (!studied) {
        return studied.problems();
    }
    // What printing needs; the arm points into the scenario.
    struct Read {
        Scenario scenario;
        ArmScenario arm;
        InfluenceStudy study;
    };
    const auto kept = std::make_shared<const Read>(
        Read{scenario, arm_of(library_of(scenario), row.value()), std::move(studied).value()});
    Influence result = shown(kept->study.report);
    result.printed = {
        [=](std::size_t width) {
            return influence_text(shortened(kept->study.report), *kept->arm.scenario, kept->study.provenance,
                                  kept->arm.label, {width, false});
        },
        [=] { return influence_json(kept->study.report, kept->study.provenance, kept->arm.name); }};
    return result;
}

}  // namespace clout::face
