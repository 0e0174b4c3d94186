#include "engine/report/json/chronicle_json.hpp"
#include "engine/report/json/json_parts.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "engine/scenario/scenario.hpp"

#include <utility>

namespace clout {
namespace {

// Writes one event after the other; `round` is the round that is being told.
class EventLines {
public:
    explicit EventLines(const Scenario& scenario) : scenario_(scenario) {}

    void future(const Chronicle& chronicle, const Future& future) {
        put({{"event", "future"},
             {"clout", version()},
             {"results", results()},
             {"scenario", scenario_.title},
             {"arm", future.arm},
             {"seed", scenario_.seed},
             {"replicate", future.replicate ? Json(*future.replicate) : Json(nullptr)},
             {"rounds", chronicle.rounds},
             {"rounds_per_year", chronicle.rounds_per_year}});
    }

    void round(const RoundRecord& record) {
        round_ = &record;
        for (const ConsentRecord& consent : record.consents) uptake(consent);
        for (const MinutesRecord& held : record.minutes) minutes(held);
        for (const LapseRecord& lapse : record.lapses) {
            Json json = table("lapse", lapse.fund, lapse.place);
            json.update({{"from", sector(lapse.from.row())},
                         {"to", sector(lapse.to.row())},
                         {"fresh", lapse.fresh},
                         {"lapsed", lapse.lapsed}});
            put(json);
        }
        for (const EndRecord& record_of : record.ends) end(record_of);
        for (const ChampionRecord& left : record.champions) {
            put(event("champion_left", {{"name", left.body.name}, {"champion", left.clout}}));
        }
        for (const WearRecord& wear : record.mandates) {
            put(event(
                "mandate",
                {{"kind", scenario_.bodies[wear.row].name}, {"before", wear.before}, {"after", wear.after}}));
        }
        for (const WearRecord& wear : record.commitments) {
            put(event("commitment",
                      {{"sector", sector(wear.row)}, {"before", wear.before}, {"after", wear.after}}));
        }
        result(record);
    }

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    void put(const Json& json) { text_ += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

    [[nodiscard]] Json event(const char* name, const Json& facts) const {
        Json json{{"event", name}, {"round", round_->round}, {"year", round_->year}};
        json.update(facts);
        return json;
    }

    [[nodiscard]] Json table(const char* name, FundId fund, PlaceId place) const {
        return event(name, {{"fund", scenario_.funds[fund.row()].name},
                            {"place", place.exists() ? Json(scenario_.places[place.row()]) : Json(nullptr)}});
    }

    [[nodiscard]] const std::string& sector(std::size_t row) const { return scenario_.sectors[row].name; }

    [[nodiscard]] Json by_programme(const std::vector<double>& values) const {
        Json json = Json::object();
        for (std::size_t k = 0; k < values.size(); ++k) json[scenario_.programmes[k].name] = values[k];
        return json;
    }

    [[nodiscard]] Json by_sector(const std::vector<double>& values) const {
        Json json = Json::object();
        for (std::size_t s = 0; s < values.size(); ++s) {
            json[s < scenario_.sectors.size() ? sector(s) : std::string("leaning")] = values[s];
        }
        return json;
    }

    void uptake(const ConsentRecord& consent) {
        Json organs = Json::array();
        for (const OrganRecord& organ : consent.organs) {
            Json least(nullptr);
            if (organ.bodies > 0) least = {{"name", organ.reluctant.name}, {"assent", organ.least}};
            organs.push_back({{"kind", scenario_.bodies[organ.kind].name},
                              {"assent", organ.assent},
                              {"bodies", organ.bodies},
                              {"least", std::move(least)}});
        }
        Json facts{{"sector", sector(consent.sector.row())}, {"own", consent.own}};
        if (consent.imposed) {
            Json imposed = facts;
            imposed["rounds_below"] = consent.rounds_below;
            put(event("imposed", imposed));
        }
        facts.update({{"uptake", consent.uptake},
                      {"rounds_below", consent.rounds_below},
                      {"organs", std::move(organs)}});
        put(event("uptake", facts));
    }

    [[nodiscard]] Json seat(const SeatRecord& record) const {
        Json json{{"name", record.who.name},
                  {"weight", record.weight},
                  {"votes", record.votes},
                  {"standing", record.standing},
                  {"voice", record.voice},
                  {"salience", record.salience},
                  {"papers", record.papers},
                  {"conflicted", record.conflicted},
                  {"asks", by_programme(record.asks)}};
        if (record.who.of_bodies) {
            json.update({{"committed", record.committed},
                         {"mandate", record.mandate},
                         {"cohesion", record.cohesion},
                         {"champion", record.champion}});
        }
        return json;
    }

    void minutes(const MinutesRecord& held) {
        Json seats = Json::array(), silent = Json::array();
        for (const SeatRecord& record : held.seats) seats.push_back(seat(record));
        for (const Actor& actor : held.silent) silent.push_back(actor.name);
        Json json = table("sitting", held.fund, held.place);
        json.update({{"board", held.board.name},
                     {"protocol", scenario_.bodies[held.board.kind].protocol},
                     {"amount", held.amount},
                     {"taken_off", held.taken_off},
                     {"top_slice", held.sliced},
                     {"first_call", held.called},
                     {"gap", held.gap},
                     {"decides", held.decides},
                     {"agreed", held.agreed},
                     {"dispersion", held.dispersion},
                     {"patience", held.patience},
                     {"goodwill", {held.goodwill_before, held.goodwill_after}},
                     {"chance", held.chance},
                     {"draw", held.draw},
                     {"step", held.step},
                     {"seats", std::move(seats)},
                     {"silent", std::move(silent)},
                     {"stood", by_programme(held.stood)},
                     {"proposed", by_programme(held.proposed)},
                     {"tabled", by_programme(held.tabled)},
                     {"moved", by_programme(held.moved)},
                     {"split", by_programme(held.split)},
                     {"influence", by_sector(held.influence)}});
        put(json);
        for (const RedLineRecord& line : held.red_lines) red_line(held, line);
    }

    void red_line(const MinutesRecord& held, const RedLineRecord& line) {
        Json json = table("red_line", held.fund, held.place);
        json.update({{"programme", scenario_.programmes[line.programme.row()].name},
                     {"held_by", line.held_by},
                     {"floor", line.floor},
                     {"before", line.before},
                     {"after", line.after},
                     {"moved", by_programme(line.programmes)},
                     {"cost", by_sector(line.sectors)}});
        put(json);
    }

    void end(const EndRecord& record) {
        Json heirs = Json::array();
        for (const HeirRecord& heir : record.heirs)
            heirs.push_back({{"name", heir.who.name}, {"part", heir.part}});
        Json facts{{"name", record.who.name},
                   {"sector", sector(record.sector.row())},
                   {"resilience", record.resilience},
                   {"total", record.total},
                   {"need", record.need},
                   {"clout", record.clout},
                   {"heirs", std::move(heirs)},
                   {"heirs_in_all", record.heirs_in_all}};
        if (record.taken_over)
            facts["acquired"] = record.acquired;
        else
            facts.update({{"income", record.income}, {"patients", record.patients}});
        put(event(record.taken_over ? "taken_over" : "closed", facts));
    }

    void result(const RoundRecord& record) {
        put(event("result", {{"share", by_sector(record.share)},
                             {"decided", by_sector(record.decided)},
                             {"received", by_sector(record.received)},
                             {"lapsed", record.lapsed},
                             {"unspent", record.unspent},
                             {"independent", record.independent},
                             {"taken_over", record.taken_over},
                             {"closed", record.closed}}));
    }

    const Scenario& scenario_;
    const RoundRecord* round_ = nullptr;
    std::string text_;
};

}  // namespace

std::string chronicle_json_lines(const Chronicle& chronicle, const Scenario& scenario, const Future& future) {
    EventLines lines(scenario);
    lines.future(chronicle, future);
    for (const RoundRecord& record : chronicle.told) lines.round(record);
    return std::move(lines).text();
}

}  // namespace clout
