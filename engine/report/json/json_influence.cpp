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

// Of one seat; null where nobody asked, or nobody sits.
Json seat_moves_json(const SeatMoves& each, const InfluenceReport& report) {
    if (each.by_sector.empty()) return nullptr;
    Json sectors = Json::object();
    for (std::size_t s = 0; s < each.by_sector.size(); ++s)
        sectors[report.sectors[s].name] = each.by_sector[s];
    return {{"moved", summary_json(each.moved)}, {"sectors", std::move(sectors)}};
}

Json sectors_json(const InfluenceReport& report) {
    Json sectors = Json::object();
    for (const Author& author : report.sectors) {
        sectors[author.name] = summary_json(author.part);
        if (author.name == "leaning") continue;
        sectors[author.name]["money"] = author.money.mean;
        sectors[author.name]["votes"] = author.votes;
        sectors[author.name]["leverage"] =
            author.leverage.futures > 0 ? summary_json(author.leverage) : Json(nullptr);
    }
    return sectors;
}

Json organisations_json(const InfluenceReport& report) {
    Json organisations = Json::object();
    // No two organisations share a name; looking for each among the millions before it would never end.
    auto& parts = organisations.get_ref<Json::object_t&>();
    parts.reserve(report.organisations.size());
    for (const Author& author : report.organisations) parts.emplace_back(author.name, author.part.mean);
    return organisations;
}

Json board_json(const BoardPower& board, const InfluenceReport& report) {
    // Nothing where it was stopped before the coalitions were counted.
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
                         {"weight", summary_json(seat.weight)},
                         {"leverage", seat_moves_json(seat.each, report)}});
    }
    return {{"fund", board.fund}, {"board", board.board}, {"seats", std::move(seats)}};
}

// Members, what they are members of, and the part of all decisions that passes there.
Json ways_json(const VoiceMap& map) {
    Json ways = Json::array();
    for (const VoiceWay& way : map.ways)
        ways.push_back(
            {{"from", map.nodes[way.from].name}, {"to", map.nodes[way.to].name}, {"part", way.part}});
    return ways;
}

}  // namespace

std::string influence_json(const InfluenceReport& report, const Provenance& provenance,
                           const std::string& arm) {
    Json kinds = Json::object(), ladder = Json::array(), funds = Json::object(), boards = Json::array();
    for (const Author& author : report.kinds) kinds[author.name] = summary_json(author.part);
    for (const auto* rungs : {&report.tiers, &report.seats}) {
        for (const LadderRung& rung : *rungs) ladder.push_back(rung_json(rung));
    }
    for (const FundLadder& fund : report.funds) {
        funds[fund.fund] = {{"organisation", summary_json(fund.one)}, {"sector", summary_json(fund.sector)}};
    }
    for (const BoardPower& board : report.boards) boards.push_back(board_json(board, report));
    const auto concentration = [](const Concentration& of) {
        return Json{{"hhi", of.herfindahl}, {"gini", of.gini}};
    };
    return printed(
        {{"clout", version()},
         {"results", results()},
         {"scenario", provenance.title},
         {"arm", arm},
         {"influence",
          {{"sectors", sectors_json(report)},
           {"kinds", std::move(kinds)},
           {"organisations", organisations_json(report)}}},
         {"concentration",
          {{"influence", concentration(report.influence)}, {"money", concentration(report.money)}}},
         {"organisation", report.organisation.name},
         {"ladder", std::move(ladder)},
         {"ladder_ends_at", summary_json(report.ladder)},
         {"ladder_by_fund", std::move(funds)},
         {"boards", std::move(boards)},
         {"ways", ways_json(report.map)},
         {"replicates", report.replicates},
         {"seed", provenance.seed}});
}

}  // namespace clout
