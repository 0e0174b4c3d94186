#include "engine/analysis/influence.hpp"

#include "engine/run/block.hpp"
#include "engine/run/observe.hpp"

#include <algorithm>
#include <map>

namespace clout {
namespace {

constexpr int kLanes = 16;
using Lanes = Pack<kLanes>;

// Everything a block finds, each row a figure of kLanes replicates.
struct Finding {
    Packs<kLanes> sectors, kinds;                 // (sectors + 1), (kinds of organisations)
    Packs<kLanes> said, sector_said;              // (bodies) one organisation's and its sector's part of the message
    Packs<kLanes> decided, sector_decided;        // (funds)
    Packs<kLanes> seat_weight;                    // (seats of all tables)
};

Row first_of_sector(const System& system, SectorId sector) {
    Row first = kNoRow;
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (system.sector_of(i) == sector && (first == kNoRow || system.order[i] < system.order[first])) first = i;
    }
    return first;
}

// The weight e with which a member speaks in a body, as in speak().
Lanes spoken_weight(const State<kLanes>& state, const Entry& entry, Row member) {
    const Lanes& share = state[entry.share];
    if (entry.of_bodies) return share * state.bodies.voice[member];
    return share * state.organisations.clout[member] * state.organisations.commitment[member];
}

template <class Visit>
void each_member(const System& system, Row body, Visit&& visit) {
    for (Row e = system.bodies[body].entries.first; e < system.bodies[body].entries.last; ++e) {
        const Entry& entry = system.entries[e];
        for (Row at = entry.members.first; at < entry.members.last; ++at) visit(entry, system.member[at]);
    }
}

// φ / E: what of a body's message one unit of weight writes; 0 where it is silent.
Lanes authorship(const System& system, const State<kLanes>& state, Row body) {
    const Lanes& fidelity = state[system.body_kinds[system.bodies[body].instance.kind].fidelity];
    return select(state.bodies.speaks[body] > Lanes(0.0), fidelity / state.bodies.committed[body], Lanes(0.0));
}

// One organisation's part of what every body says, from the bottom up.
Packs<kLanes> parts_of(const System& system, const State<kLanes>& state, Row organisation) {
    Packs<kLanes> part(system.bodies.size(), Lanes(0.0));
    for (const Row b : system.speaking_order) {
        Lanes sum(0.0);
        each_member(system, b, [&](const Entry& entry, Row member) {
            if (entry.conflicted || (!entry.of_bodies && member != organisation)) return;
            const Lanes below = entry.of_bodies ? part[member] : Lanes(1.0);
            sum += spoken_weight(state, entry, member) * below;
        });
        part[b] = sum * authorship(system, state, b);
    }
    return part;
}

Lanes salience_of(const System& system, const State<kLanes>& state, const Entry& entry) {
    if (entry.salience) return state[*entry.salience];
    return state[entry.of_bodies ? system.body_kinds[entry.kind].salience : system.organisation_kinds[entry.kind].salience];
}

// Calls visit(entry, member, part) for every seat of a table, with its part w s / Σ w s of the decision.
template <class Visit>
void each_seat(const System& system, const State<kLanes>& state, Row t, Visit&& visit) {
    const Row board = system.tables[t].board;
    Lanes total(0.0);
    Row seat = state.tables.first_seat[t];
    each_member(system, board, [&](const Entry& entry, Row) {
        total += state.tables.seat_weight[seat++] * salience_of(system, state, entry);
    });
    const Lanes scale = select(total > Lanes(0.0), Lanes(1.0) / total, Lanes(0.0));
    seat = state.tables.first_seat[t];
    each_member(system, board, [&](const Entry& entry, Row member) {
        visit(entry, member, state.tables.seat_weight[seat++] * salience_of(system, state, entry) * scale);
    });
}

// The part of each table in its fund, or in all funds, among those that decide: by amount.
Packs<kLanes> table_weights(const System& system, const State<kLanes>& state, Span tables) {
    Packs<kLanes> weight(system.tables.size(), Lanes(0.0));
    Lanes total(0.0);
    for (Row t = tables.first; t < tables.last; ++t) {
        weight[t] = state.tables.decides[t] * (state.tables.own[t] + state.tables.incoming[t]);
        total += weight[t];
    }
    for (Row t = tables.first; t < tables.last; ++t) weight[t] = select(total > Lanes(0.0), weight[t] / total, Lanes(0.0));
    return weight;
}

// From the boards down: how much of all decisions each kind of organisation wrote.
Packs<kLanes> parts_by_kind(const System& system, const State<kLanes>& state) {
    Packs<kLanes> kinds(system.organisation_kinds.size(), Lanes(0.0)), through(system.bodies.size(), Lanes(0.0));
    const auto weight = table_weights(system, state, {0, static_cast<Row>(system.tables.size())});
    for (Row t = 0; t < system.tables.size(); ++t) {
        each_seat(system, state, t, [&](const Entry& entry, Row member, const Lanes& part) {
            if (!entry.conflicted) (entry.of_bodies ? through[member] : kinds[entry.kind]) += weight[t] * part;
        });
    }
    for (auto b = system.speaking_order.rbegin(); b != system.speaking_order.rend(); ++b) {
        const Lanes passes = through[*b] * authorship(system, state, *b);
        each_member(system, *b, [&](const Entry& entry, Row member) {
            if (entry.conflicted) return;
            (entry.of_bodies ? through[member] : kinds[entry.kind]) += passes * spoken_weight(state, entry, member);
        });
    }
    return kinds;
}

// The part of one organisation, and of its sector, in each fund's decision.
void read_decisions(const System& system, const State<kLanes>& state, Row organisation, Finding& finding) {
    const std::size_t columns = system.sectors.size() + 1, sector = system.sector_of(organisation).row();
    Packs<kLanes> influence(columns);
    for (const FundPlan& fund : system.funds) {
        finding.decided.emplace_back(0.0);
        finding.sector_decided.emplace_back(0.0);
        if (fund.tables.size() == 0) continue;
        influence_of(system, state, fund.tables, influence.data());
        finding.sector_decided.back() = influence[sector];
        const auto weight = table_weights(system, state, fund.tables);
        for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
            each_seat(system, state, t, [&](const Entry& entry, Row member, const Lanes& part) {
                if (entry.conflicted || (!entry.of_bodies && member != organisation)) return;
                const Lanes below = entry.of_bodies ? finding.said[member] : Lanes(1.0);
                finding.decided.back() += weight[t] * part * below;
            });
        }
    }
}

// Plays a block up to the last round's decision, before anybody adapts to it.
Finding find(const System& system, std::uint64_t first_replicate, Row organisation) {
    State<kLanes> state = initialise<kLanes>(system, first_replicate);
    for (; state.round + 1 < system.rounds; ++state.round) play_round(system, state);
    for (const Phase<kLanes>& phase : kPhases<kLanes>) {
        if (phase.act != &adapt<kLanes>) phase.act(system, state);
    }
    Finding finding;
    const std::size_t columns = system.sectors.size() + 1;
    finding.sectors.resize(columns);
    influence_of(system, state, {0, static_cast<Row>(system.tables.size())}, finding.sectors.data());
    finding.kinds = parts_by_kind(system, state);
    finding.said = parts_of(system, state, organisation);
    for (std::size_t b = 0; b < system.bodies.size(); ++b) {
        const Lanes& part = state.bodies.sources[b * columns + system.sector_of(organisation).row()];
        finding.sector_said.push_back(select(state.bodies.speaks[b] > Lanes(0.0), part, Lanes(0.0)));
    }
    read_decisions(system, state, organisation, finding);
    finding.seat_weight = state.tables.seat_weight;
    return finding;
}

// One row of a figure over all replicates.
Summary over(const std::vector<Finding>& blocks, std::size_t replicates, Packs<kLanes> Finding::*figure, std::size_t row) {
    std::vector<double> values;
    for (const Finding& block : blocks) {
        for (int lane = 0; lane < kLanes && values.size() < replicates; ++lane) values.push_back((block.*figure)[row][lane]);
    }
    return summarise(values);
}

std::vector<LadderStep> ladder(const System& system, const std::vector<Finding>& blocks, std::size_t replicates) {
    std::vector<LadderStep> steps;
    std::map<Row, std::size_t> step_of_kind;
    for (const Row b : system.speaking_order) {
        const Summary one = over(blocks, replicates, &Finding::said, b);
        if (!(one.mean > 0)) continue;
        const LadderStep step{body_name(system, b), false, one, over(blocks, replicates, &Finding::sector_said, b)};
        const auto [known, fresh] = step_of_kind.try_emplace(system.bodies[b].instance.kind, steps.size());
        if (fresh) {
            steps.push_back(step);
        } else if (one.mean > steps[known->second].one.mean) {
            steps[known->second] = step;
        }
    }
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        if (system.funds[f].tables.size() == 0) continue;
        steps.push_back({system.funds[f].name, true, over(blocks, replicates, &Finding::decided, f),
                         over(blocks, replicates, &Finding::sector_decided, f)});
    }
    return steps;
}

// The seats of one board as players: a bloc votes as one, other seats one by one.
struct Players {
    std::vector<double> votes;
    std::vector<std::size_t> row;            // (players) of BoardPower::seats
    std::map<std::string, std::size_t> blocs;  // name -> player
};

std::size_t seat_row(BoardPower& board, const std::string& name) {
    const auto found = std::find_if(board.seats.begin(), board.seats.end(), [&](const SeatPower& s) { return s.name == name; });
    if (found != board.seats.end()) return static_cast<std::size_t>(found - board.seats.begin());
    board.seats.push_back({name, 0, 0, {}, {}});
    return board.seats.size() - 1;
}

void add_players(const Entry& entry, double votes, std::size_t row, Players& players) {
    for (Row seat = 0; seat < entry.members.size(); ++seat) {
        const double each = votes / entry.members.size();
        if (!entry.bloc.empty()) {
            const auto [player, fresh] = players.blocs.try_emplace(entry.bloc, players.votes.size());
            if (!fresh) {
                players.votes[player->second] += each;
                continue;
            }
        }
        players.votes.push_back(each);
        players.row.push_back(row);
    }
}

// Weights of the seats of one entry, or of one bloc, together in every replicate.
void add_weights(const std::vector<Finding>& blocks, Row first, Row count, std::vector<double>& sums) {
    for (std::size_t at = 0; at < sums.size(); ++at) {
        for (Row seat = first; seat < first + count; ++seat) {
            sums[at] += blocks[at / kLanes].seat_weight[seat][static_cast<int>(at % kLanes)];
        }
    }
}

BoardPower board_power(const System& system, const std::vector<Finding>& blocks, std::size_t replicates, Row table, Row first_seat) {
    const Table& plan = system.tables[table];
    BoardPower board{system.funds[plan.fund.row()].name, body_name(system, plan.board), {}};
    Players players;
    std::vector<std::vector<double>> weights;
    double all = 0;
    const Span entries = system.bodies[plan.board].entries;
    for (Row e = entries.first; e < entries.last; ++e) {
        const Entry& entry = system.entries[e];
        const double votes = entry.members.size() == 0 ? 0 : system.numbers[entry.votes.row].median();
        const std::size_t row = seat_row(board, entry.bloc.empty() ? entry.name : entry.bloc);
        weights.resize(board.seats.size(), std::vector<double>(replicates, 0.0));
        board.seats[row].seats += entry.members.size();
        board.seats[row].votes += votes;
        all += votes;
        add_players(entry, votes, row, players);
        add_weights(blocks, first_seat, entry.members.size(), weights[row]);
        first_seat += entry.members.size();
    }
    const double quota = system.numbers[system.body_kinds[system.bodies[plan.board].instance.kind].quota.row].median();
    const std::vector<VotingPower> power = voting_power_of(players.votes, quota);
    for (std::size_t p = 0; p < power.size(); ++p) {
        VotingPower& of = board.seats[players.row[p]].power;
        of.shapley_shubik += power[p].shapley_shubik;
        of.banzhaf += power[p].banzhaf;
        of.penrose = std::max(of.penrose, power[p].penrose);
    }
    for (std::size_t row = 0; row < board.seats.size(); ++row) {
        if (all > 0) board.seats[row].votes /= all;
        board.seats[row].weight = summarise(weights[row]);
    }
    return board;
}

std::vector<BoardPower> boards_power(const System& system, const std::vector<Finding>& blocks, std::size_t replicates) {
    std::vector<BoardPower> boards;
    Row first_seat = 0;
    for (Row t = 0; t < system.tables.size(); ++t) {
        if (system.funds[system.tables[t].fund.row()].tables.first == t) {
            boards.push_back(board_power(system, blocks, replicates, t, first_seat));
        }
        const Span entries = system.bodies[system.tables[t].board].entries;
        for (Row e = entries.first; e < entries.last; ++e) first_seat += system.entries[e].members.size();
    }
    return boards;
}

}  // namespace

InfluenceReport report_influence(const System& system, std::size_t replicates, Workers workers) {
    InfluenceReport report;
    report.replicates = replicates;
    const Row organisation = first_of_sector(system, system.focus);
    std::vector<Finding> blocks((replicates + kLanes - 1) / kLanes);
    parallel_for(blocks.size(), workers, [&](std::size_t b) { blocks[b] = find(system, b * kLanes, organisation); });
    for (std::size_t s = 0; s <= system.sectors.size(); ++s) {
        const std::string name = s < system.sectors.size() ? system.sectors[s].name : "leaning";
        report.sectors.push_back({name, over(blocks, replicates, &Finding::sectors, s)});
    }
    for (std::size_t k = 0; k < system.organisation_kinds.size(); ++k) {
        report.kinds.push_back({system.organisation_kinds[k].naming.kind, over(blocks, replicates, &Finding::kinds, k)});
    }
    report.kinds.push_back({"leaning", report.sectors.back().part});
    report.organisation = organisation_name(system, organisation);
    report.ladder = ladder(system, blocks, replicates);
    report.boards = boards_power(system, blocks, replicates);
    return report;
}

}  // namespace clout
