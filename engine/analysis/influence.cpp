#include "engine/analysis/influence.hpp"

#include "engine/analysis/authorship.hpp"
#include "engine/system/system.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace clout {
namespace {

Row first_of_sector(const System& system, SectorId sector) {
    Row first = kNoRow;
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (system.sector_of(i) == sector && (first == kNoRow || system.order[i] < system.order[first]))
            first = i;
    }
    return first;
}

// One row of a figure over all replicates.
Summary over(const std::vector<Authorship>& blocks, std::size_t replicates,
             Packs<kInfluenceLanes> Authorship::*figure, std::size_t row) {
    std::vector<double> values;
    for (const Authorship& block : blocks) {
        for (int lane = 0; lane < kInfluenceLanes && values.size() < replicates; ++lane)
            values.push_back((block.*figure)[row][lane]);
    }
    return summarise(values);
}

std::vector<LadderStep> ladder(const System& system, const std::vector<Authorship>& blocks,
                               std::size_t replicates) {
    std::vector<LadderStep> steps;
    std::map<Row, std::size_t> step_of_kind;
    for (const Row b : system.speaking_order) {
        const Summary one = over(blocks, replicates, &Authorship::said, b);
        if (!(one.mean > 0)) continue;
        const LadderStep step{body_name(system, b), false, one,
                              over(blocks, replicates, &Authorship::sector_said, b)};
        const auto [known, fresh] = step_of_kind.try_emplace(system.bodies[b].instance.kind, steps.size());
        if (fresh) {
            steps.push_back(step);
        } else if (one.mean > steps[known->second].one.mean) {
            steps[known->second] = step;
        }
    }
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        if (system.funds[f].tables.size() == 0) continue;
        steps.push_back({system.funds[f].name, true, over(blocks, replicates, &Authorship::decided, f),
                         over(blocks, replicates, &Authorship::sector_decided, f)});
    }
    return steps;
}

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
    board.seats.push_back({name, 0, 0, {}, {}});
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
void add_weights(const std::vector<Authorship>& blocks, Row first, Row count, std::vector<double>& sums) {
    for (std::size_t at = 0; at < sums.size(); ++at) {
        for (Row seat = first; seat < first + count; ++seat) {
            sums[at] +=
                blocks[at / kInfluenceLanes].seat_weight[seat][static_cast<int>(at % kInfluenceLanes)];
        }
    }
}

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
                       const InfluenceOptions& options, Row table, Row first_seat) {
    const Table& plan = system.tables[table];
    BoardPower board{system.funds[plan.fund.row()].name, body_name(system, plan.board), {}};
    Players players;
    std::vector<std::vector<double>> weights;
    double all = 0;
    const Span entries = system.bodies[plan.board].entries;
    for (Row e = entries.first; e < entries.last; ++e) {
        const MemberLine& entry = system.entries[e];
        const double votes = entry.members.size() == 0 ? 0 : system.numbers[entry.votes.row].median();
        const std::size_t row = seat_row(board, system.words[entry.bloc == kNoRow ? entry.name : entry.bloc]);
        weights.resize(board.seats.size(), std::vector<double>(replicates, 0.0));
        board.seats[row].seats += entry.members.size();
        board.seats[row].votes += votes;
        all += votes;
        add_players(entry, votes, row, players);
        add_weights(blocks, first_seat, entry.members.size(), weights[row]);
        first_seat += entry.members.size();
    }
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
    }
    return board;
}

std::vector<BoardPower> boards_power(const System& system, const std::vector<Authorship>& blocks,
                                     std::size_t replicates, const InfluenceOptions& options) {
    std::vector<BoardPower> boards;
    Row first_seat = 0;
    for (Row t = 0; t < system.tables.size(); ++t) {
        if (system.funds[system.tables[t].fund.row()].tables.first == t) {
            boards.push_back(board_power(system, blocks, replicates, options, t, first_seat));
        }
        const Span entries = system.bodies[system.tables[t].board].entries;
        for (Row e = entries.first; e < entries.last; ++e) first_seat += system.entries[e].members.size();
    }
    return boards;
}

std::vector<Toll> tolls(const System& system, const std::vector<Authorship>& blocks, std::size_t replicates,
                        Row organisation) {
    std::vector<Toll> found;
    double left = 1;
    const std::vector<Row> way = way_up(system, organisation);
    for (std::size_t step = 0; step < way.size(); ++step) {
        const auto mean = [&](std::size_t toll) {
            return over(blocks, replicates, &Authorship::tolls, step * kTolls + toll).mean;
        };
        Toll toll{body_name(system, way[step]),
                  system.bodies[way[step]].board,
                  mean(kSplit),
                  mean(kCommitment),
                  mean(kCohesion),
                  mean(kMandate),
                  mean(kFidelity),
                  mean(kStanding),
                  mean(kVotes),
                  0};
        left *= toll.split * toll.commitment * toll.cohesion * toll.mandate * toll.fidelity * toll.standing;
        toll.left = left;
        found.push_back(toll);
    }
    return found;
}

// Mean parts of every organisation; the greatest are named.
void name_organisations(const System& system, const std::vector<Authorship>& blocks,
                        const InfluenceOptions& options, InfluenceReport& report) {
    const double replicates = static_cast<double>(report.replicates);
    std::vector<double> wrote(system.organisations.size(), 0.0), paid(wrote);
    for (const Authorship& block : blocks) {
        for (std::size_t i = 0; i < wrote.size(); ++i) {
            wrote[i] += block.organisations[i] / replicates;
            paid[i] += block.receipts[i] / replicates;
        }
    }
    report.influence = concentration_of(wrote);
    report.money = concentration_of(paid);
    std::vector<Row> rows(wrote.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    const auto named = static_cast<std::ptrdiff_t>(std::min(options.organisations, rows.size()));
    std::partial_sort(rows.begin(), rows.begin() + named, rows.end(), [&](Row a, Row b) {
        return wrote[a] != wrote[b] ? wrote[a] > wrote[b] : system.order[a] < system.order[b];
    });
    for (auto row = rows.begin(); row != rows.begin() + named; ++row) {
        report.organisations.push_back({organisation_name(system, *row), {wrote[*row], 0, 0, 0}, {}, 0});
    }
}

void name_sectors(const System& system, const std::vector<Authorship>& blocks, std::size_t replicates,
                  InfluenceReport& report) {
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        report.sectors.push_back({system.sectors[s].name, over(blocks, replicates, &Authorship::sectors, s),
                                  over(blocks, replicates, &Authorship::money, s),
                                  over(blocks, replicates, &Authorship::votes, s).mean});
    }
    const Summary leaning = over(blocks, replicates, &Authorship::sectors, system.sectors.size());
    report.sectors.push_back({"leaning", leaning, {}, 0});
    for (std::size_t k = 0; k < system.organisation_kinds.size(); ++k) {
        report.kinds.push_back({system.organisation_kinds[k].naming.kind,
                                over(blocks, replicates, &Authorship::kinds, k),
                                {},
                                0});
    }
    report.kinds.push_back({"leaning", leaning, {}, 0});
}

}  // namespace

InfluenceReport report_influence(const System& system, const InfluenceOptions& options) {
    InfluenceReport report;
    const Row organisation = first_of_sector(system, system.focus);
    std::vector<Authorship> blocks((options.replicates + kInfluenceLanes - 1) / kInfluenceLanes);
    std::vector<char> finished(blocks.size(), 0);  // each block writes its own element
    parallel_for(
        blocks.size(), options.workers,
        [&](std::size_t b) {
            const std::size_t first = b * kInfluenceLanes;
            const auto lanes =
                static_cast<int>(std::min<std::size_t>(kInfluenceLanes, options.replicates - first));
            blocks[b] = find_authorship(system, first, lanes, organisation);
            finished[b] = 1;
        },
        options.stop);
    const auto gap = std::find(finished.begin(), finished.end(), 0);
    blocks.resize(static_cast<std::size_t>(gap - finished.begin()));
    report.replicates = std::min(blocks.size() * kInfluenceLanes, options.replicates);
    if (report.replicates == 0) return report;
    name_sectors(system, blocks, report.replicates, report);
    name_organisations(system, blocks, options, report);
    report.organisation = organisation_name(system, organisation);
    report.ladder = ladder(system, blocks, report.replicates);
    report.tolls = tolls(system, blocks, report.replicates, organisation);
    report.boards = boards_power(system, blocks, report.replicates, options);
    return report;
}

}  // namespace clout
