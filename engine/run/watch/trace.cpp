#include "engine/run/watch/trace.hpp"

#include "engine/run/block.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/system/members.hpp"

namespace clout {
namespace {

// Calls visit(name, seat) for the seats of a table that sit, in their order.
template <class Visit>
void each_sitting(const System& system, const State<1>& state, Row t, Visit&& visit) {
    each_seat(system, t, [&](const MemberLine& line, Row member, Row seat) {
        if (state.tables.seat_sits[seat][0] > 0)
            visit(line.of_bodies ? body_name(system, member) : organisation_name(system, member), seat);
    });
}

BoardTrace trace_board(const System& system, const State<1>& state, Row t) {
    const Table& table = system.tables[t];
    BoardTrace board;
    board.fund = table.fund;
    board.place = table.place;
    board.agreed = state.tables.agreed[t][0] > 0;
    board.dispersion = state.tables.dispersion[t][0];
    board.goodwill = state.bodies.goodwill[table.board][0];
    board.split = plain(state.tables.split, t * system.programmes.size(), system.programmes.size());
    each_sitting(system, state, t, [&](const std::string& name, Row seat) {
        board.seats.push_back({name, state.tables.seat_weight[seat][0]});
    });
    return board;
}

RoundTrace trace_round(const System& system, const State<1>& state) {
    const std::size_t sectors = system.sectors.size();
    RoundTrace round;
    round.year = static_cast<double>(state.round) * system.dt;
    round.share = plain(state.sectors.share, 0, sectors);
    round.decided = plain(state.sectors.decided, 0, sectors);
    round.received = plain(state.sectors.received, 0, sectors);
    round.uptake = plain(state.sectors.uptake, 0, sectors);
    round.lapsed = state.lapsed[0];
    round.unspent = state.unspent[0];
    round.granted = state.granted[0];
    round.controlled = plain(state.sectors.controlled, 0, sectors);
    for (std::size_t s = 0; s < sectors; ++s) {
        if (state.sectors.imposed[s][0] > 0) round.imposed.emplace_back(s);
        round.independent += static_cast<std::uint64_t>(state.sectors.independent[s][0]);
    }
    for (Row t = 0; t < system.tables.size(); ++t) round.boards.push_back(trace_board(system, state, t));
    round.taken_over = static_cast<std::uint64_t>(state.taken_over[0]);
    round.closed = static_cast<std::uint64_t>(state.closed[0]);
    return round;
}

std::vector<std::vector<double>> trace_influence(const System& system, const State<1>& state) {
    const std::size_t columns = system.sectors.size() + 1;
    std::vector<std::vector<double>> influence;
    Packs<1> parts(columns);
    for (const FundPlan& fund : system.funds) {
        influence.emplace_back();
        if (fund.tables.size() == 0) continue;
        influence_of(system, state, fund.tables, TableWeight::own, parts.data());
        influence.back() = plain(parts, 0, columns);
    }
    return influence;
}

std::vector<TableLeverage> trace_leverage(const System& system, const State<1>& state) {
    const std::size_t sectors = system.sectors.size();
    std::vector<TableLeverage> tables;
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Table& table = system.tables[t];
        TableLeverage& of = tables.emplace_back(TableLeverage{table.fund, table.place, {}});
        each_sitting(system, state, t, [&](const std::string& name, Row seat) {
            of.seats.push_back({name, plain(state.tables.leverage, seat * sectors, sectors)});
        });
    }
    return tables;
}

}  // namespace

Trace trace(System system, std::optional<std::uint64_t> replicate) {
    system.stochastic = system.stochastic && replicate.has_value();
    system.asks_leverage = true;
    Trace trace;
    play_block<1>(system, replicate.value_or(0), [&](const State<1>& state) {
        trace.rounds.push_back(trace_round(system, state));
        if (state.round + 1 != system.rounds) return;
        trace.influence = trace_influence(system, state);
        trace.leverage = trace_leverage(system, state);
    });
    return trace;
}

}  // namespace clout
