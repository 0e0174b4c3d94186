// Who writes the decisions, as JSON.
#include "engine/report/json/json.hpp"
#include "engine/report/json/json_parts.hpp"

namespace clout {
namespace {

Json rung_json(const LadderRung& rung) {
    return {{"from", rung.from.name},
            {"to", rung.to.name},
            {"seat", rung.boards > 0},
            {"fund", rung.boards > 0 ? Json(rung.fund) : Json(nullptr)},
            {"boards", rung.boards},
            {"part", summary_json(rung.part)},
            {"sector", rung.boards > 0 ? Json(nullptr) : summary_json(rung.sector)},
            {"here", rung.here},
            {"fidelity", rung.fidelity},
            {"share", rung.share},
            {"commitment", rung.commitment},
            {"cohesion", rung.cohesion},
            {"mandate", rung.mandate},
            {"standing", rung.standing},
            {"weighs", rung.weighs}};
}

// Nothing where it was stopped before the coalitions were counted.
Json board_json(const BoardPower& board) {
    const auto power = [&](double value) { return board.counted ? Json(value) : Json(nullptr); };
    Json seats = Json::array();
    for (const SeatPower& seat : board.seats) {
        seats.push_back({{"name", seat.name},
                         {"seats", seat.seats},
                         {"votes", seat.votes},
                         {"shapley_shubik", power(seat.power.shapley_shubik)},
                         {"shapley_shubik_se", power(seat.power.shapley_shubik_se)},
                         {"banzhaf", power(seat.power.banzhaf)},
                         {"banzhaf_se", power(seat.power.banzhaf_se)},
                         {"weight", summary_json(seat.weight)}});
    }
    return {{"fund", board.fund}, {"board", board.board}, {"seats", std::move(seats)}};
}

// Who wrote how much of all decisions: sectors, kinds of organisations, organisations.
Json authors_json(const InfluenceReport& report) {
    Json sectors = Json::object(), kinds = Json::object(), organisations = Json::object();
    for (const Author& author : report.sectors) {
        sectors[author.name] = summary_json(author.part);
        if (author.name == "leaning") continue;
        sectors[author.name]["money"] = author.money.mean;
        sectors[author.name]["votes"] = author.votes;
    }
    for (const Author& author : report.kinds) kinds[author.name] = summary_json(author.part);
    // No two organisations share a name; looking for each among the millions before it would never end.
    auto& parts = organisations.get_ref<Json::object_t&>();
    parts.reserve(report.organisations.size());
    for (const Author& author : report.organisations) parts.emplace_back(author.name, author.part.mean);
    return {{"sectors", std::move(sectors)},
            {"kinds", std::move(kinds)},
            {"organisations", std::move(organisations)}};
}

Json concentration_json(const Concentration& of) { return {{"hhi", of.herfindahl}, {"gini", of.gini}}; }

}  // namespace

std::string influence_json(const InfluenceReport& report, const Provenance& provenance,
                           const std::string& arm) {
    Json ladder = Json::array(), funds = Json::object(), boards = Json::array();
    for (const auto* rungs : {&report.tiers, &report.seats}) {
        for (const LadderRung& rung : *rungs) ladder.push_back(rung_json(rung));
    }
    for (const FundLadder& fund : report.funds) {
        funds[fund.fund] = {{"organisation", summary_json(fund.one)}, {"sector", summary_json(fund.sector)}};
    }
    for (const BoardPower& board : report.boards) boards.push_back(board_json(board));
    return printed(
        {{"clout", version()},
         {"results", results()},
         {"scenario", provenance.title},
         {"arm", arm},
         {"influence", authors_json(report)},
         {"concentration",
          {{"influence", concentration_json(report.influence)}, {"money", concentration_json(report.money)}}},
         {"organisation", report.organisation.name},
         {"ladder", std::move(ladder)},
         {"ladder_ends_at", summary_json(report.ladder)},
         {"ladder_by_fund", std::move(funds)},
         {"boards", std::move(boards)},
         {"replicates", report.replicates},
         {"seed", provenance.seed}});
}

}  // namespace clout
