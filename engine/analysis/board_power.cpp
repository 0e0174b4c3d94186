#include "engine/analysis/board_power.hpp"

#include "engine/system/members.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace clout {
namespace {

// The seats of one board as voters: a bloc votes as one, the seats of another entry are alike.
struct Players {
    std::vector<Voters> voters;
    std::vector<std::size_t> row;      // (voters) of BoardPower::seats
    std::map<Row, std::size_t> blocs;  // of System::words -> row of voters
};

std::size_t seat_row(BoardPower& board, const std::string& name) {
    const auto found = std::find_if(board.seats.begin(), board.seats.end(),
                                    [&](const SeatPower& s) { return s.name == name; });
    if (found != board.seats.end()) return static_cast<std::size_t>(found - board.seats.begin());
    board.seats.push_back({name, 0, 0, {}, {}, {}});
    return board.seats.size() - 1;
}

void add_players(const MemberLine& entry, double votes, std::size_t row, Players& players) {
    if (entry.members.size() == 0) return;
    if (entry.bloc == kNoRow) {
        players.voters.push_back({{votes}, entry.members.size()});
    } else {
        const auto [bloc, fresh] = players.blocs.try_emplace(entry.bloc, players.voters.size());
        if (!fresh) {
            players.voters[bloc->second].votes.push_back(votes);
            return;
        }
        players.voters.push_back({{votes}, 1});
    }
    players.row.push_back(row);
}

// Weights of the seats of one entry, or of one bloc, together in every replicate.
void add_weights(const std::vector<Authorship>& blocks, Span seats, std::vector<double>& sums) {
    for (std::size_t at = 0; at < sums.size(); ++at) {
        for (Row seat = seats.first; seat < seats.last; ++seat) {
            sums[at] +=
                blocks[at / kInfluenceLanes].seat_weight[seat][static_cast<int>(at % kInfluenceLanes)];
        }
    }
}

// What the seats of one entry move, each by itself, summed over them in every replicate: sector by sector.
class MovesOfSeats {
public:
    MovesOfSeats(const std::vector<Authorship>& blocks, std::size_t replicates, std::size_t sectors)
        : blocks_(blocks), moved_(replicates, 0.0), sectors_(sectors, 0.0) {}

    void add(Span seats) {
        if (blocks_[0].seat_leverage.empty()) return;
        for (Row seat = seats.first; seat < seats.last; ++seat) add_seat(seat);
        seats_ += seats.size();
    }

    [[nodiscard]] SeatMoves each() const {
        if (seats_ == 0) return {};
        std::vector<double> moved = moved_, sectors = sectors_;
        for (double& value : moved) value /= seats_;
        for (double& value : sectors) value /= seats_ * static_cast<double>(moved.size());
        return {summarise(moved), sectors};
    }

private:
    void add_seat(Row seat) {
        for (std::size_t at = 0; at < moved_.size(); ++at) {
            const auto& leverage = blocks_[at / kInfluenceLanes].seat_leverage;
            for (std::size_t s = 0; s < sectors_.size(); ++s) {
                const double value =
                    leverage[seat * sectors_.size() + s][static_cast<int>(at % kInfluenceLanes)];
                moved_[at] += std::abs(value) / 2;
                sectors_[s] += value;
            }
        }
    }

    const std::vector<Authorship>& blocks_;
    std::vector<double> moved_, sectors_;
    double seats_ = 0;
};

// Of all voters of a kind together, on top of what the seats of that name have already. Errors of voters who
// are alike are one error.
void add_power(const Voters& kind, const VotingPower& each, VotingPower& sum) {
    const double count = static_cast<double>(kind.count);
    sum.shapley_shubik += count * each.shapley_shubik;
    sum.banzhaf += count * each.banzhaf;
    sum.penrose = std::max(sum.penrose, each.penrose);
    sum.shapley_shubik_se += count * each.shapley_shubik_se;
    sum.banzhaf_se += count * each.banzhaf_se;
}

BoardPower board_power(const System& system, const std::vector<Authorship>& blocks, std::size_t replicates,
                       const InfluenceOptions& options, Row table) {
    const Table& plan = system.tables[table];
    BoardPower board{system.funds[plan.fund.row()].name, body_name(system, plan.board), true, {}};
    Players players;
    std::vector<std::vector<double>> weights;
    std::vector<MovesOfSeats> moves;
    double all = 0;
    each_line(system, table, [&](const MemberLine& entry, Span seats) {
        const double votes = entry.members.size() == 0 ? 0 : system.numbers[entry.votes.row].median();
        const std::size_t row = seat_row(board, system.words[entry.bloc == kNoRow ? entry.name : entry.bloc]);
        weights.resize(board.seats.size(), std::vector<double>(replicates, 0.0));
        while (moves.size() < board.seats.size())
            moves.emplace_back(blocks, replicates, system.sectors.size());
        moves[row].add(seats);
        board.seats[row].seats += seats.size();
        board.seats[row].votes += votes;
        all += votes;
        add_players(entry, votes, row, players);
        add_weights(blocks, seats, weights[row]);
    });
    const double quota =
        system.numbers[system.body_kinds[system.bodies[plan.board].instance.kind].quota.row].median();
    PowerOptions counting;
    counting.workers = options.workers;
    counting.stop = options.stop;
    const auto power = voting_power(players.voters, quota, counting);
    board.counted = power.has_value();
    for (std::size_t p = 0; power && p < power->size(); ++p) {
        add_power(players.voters[p], (*power)[p], board.seats[players.row[p]].power);
    }
    for (std::size_t row = 0; row < board.seats.size(); ++row) {
        if (all > 0) board.seats[row].votes /= all;
        board.seats[row].weight = summarise(weights[row]);
        board.seats[row].each = moves[row].each();
    }
    return board;
}

}  // namespace

std::vector<double> values_of(const std::vector<Authorship>& blocks, std::size_t replicates,
                              Packs<kInfluenceLanes> Authorship::*figure, std::size_t row) {
    std::vector<double> values;
    for (const Authorship& block : blocks) {
        for (int lane = 0; lane < kInfluenceLanes && values.size() < replicates; ++lane)
            values.push_back((block.*figure)[row][static_cast<std::size_t>(lane)]);
    }
    return values;
}

Summary over(const std::vector<Authorship>& blocks, std::size_t replicates,
             Packs<kInfluenceLanes> Authorship::*figure, std::size_t row) {
    return summarise(values_of(blocks, replicates, figure, row));
}

std::vector<BoardPower> boards_power(const System& system, const std::vector<Authorship>& blocks,
                                     std::size_t replicates, const InfluenceOptions& options) {
    std::vector<BoardPower> boards;
    for (const FundPlan& fund : system.funds) {
        if (fund.tables.size() > 0)
            boards.push_back(board_power(system, blocks, replicates, options, fund.tables.first));
    }
    return boards;
}

}  // namespace clout
