// What a table did in a round, read off the state that `negotiate` and `allocate` left: the steps from the
// split that stood to the one that stands are taken again, one by one.
#include "engine/base/elementary.hpp"
#include "engine/run/watch/chronicle_parts.hpp"
#include "engine/run/watch/observe.hpp"

namespace clout {
namespace {

double raised_to(double base, double exponent) { return power(Pack<1>(base), Pack<1>(exponent))[0]; }

class Minutes {
public:
    // `goodwill` is the board's when this table begins; several tables may share a board.
    Minutes(const System& system, const State<1>& state, Row table, double goodwill)
        : system_(system),
          state_(state),
          table_(table),
          plan_(system.tables[table]),
          board_(system.bodies[plan_.board]),
          kind_(system.body_kinds[board_.instance.kind]),
          goodwill_(goodwill) {}

    MinutesRecord take(const Packs<1>& stood) {
        const std::size_t programmes = system_.programmes.size(), columns = system_.sectors.size() + 1;
        record_.fund = plan_.fund;
        record_.place = plan_.place;
        record_.board = body_actor(system_, plan_.board);
        record_.amount = state_.tables.own[table_][0] + state_.tables.incoming[table_][0];
        record_.decides = state_.tables.decides[table_][0] > 0;
        record_.agreed = state_.tables.agreed[table_][0] > 0;
        record_.dispersion = state_.tables.dispersion[table_][0];
        record_.patience = number(kind_.patience);
        record_.step = 1 - state_.fixed.stay[plan_.fund.row()][0];
        record_.stood = plain(stood, table_ * programmes, programmes);
        record_.proposed = plain(state_.tables.proposed, table_ * programmes, programmes);
        record_.tabled = plain(state_.tables.target, table_ * programmes, programmes);
        record_.influence = plain(state_.tables.influence, table_ * columns, columns);
        record_.goodwill_before = goodwill_;
        take_seats();
        decide();
        hold_red_lines();
        if (record_.decides) goodwill_ += state_.fixed.mend[0] * (1 - goodwill_);
        record_.goodwill_after = goodwill_;
        return std::move(record_);
    }

private:
    [[nodiscard]] double number(Slot slot) const { return state_[slot][0]; }

    void take_seats() {
        double all_votes = 0;
        Row seat = state_.tables.first_seat[table_];
        for (Row e = board_.entries.first; e < board_.entries.last; ++e) {
            const MemberLine& line = system_.entries[e];
            double sitting = 0;
            for (Row at = 0; at < line.members.size(); ++at) sitting += state_.tables.seat_sits[seat + at][0];
            for (Row at = line.members.first; at < line.members.last; ++at, ++seat) {
                const Row member = system_.member[at];
                if (!(state_.tables.seat_sits[seat][0] > 0)) {
                    record_.silent.push_back(actor(line, member));
                    continue;
                }
                record_.seats.push_back(seat_record(line, member, seat));
                record_.seats.back().votes = number(line.votes) / sitting;
                record_.seats.back().papers = number(line.initiative) * number(line.votes) / sitting;
                all_votes += record_.seats.back().votes;
            }
        }
        const bool takes_papers = protocol_kinds()[kind_.protocol.row].takes_papers;
        const double agenda = takes_papers ? number(kind_.agenda_power) : 0;
        for (SeatRecord& record : record_.seats) {
            record.votes = all_votes > 0 ? record.votes / all_votes : 0;
            record.papers = all_votes > 0 ? agenda * record.papers / all_votes : 0;
        }
    }

    [[nodiscard]] Actor actor(const MemberLine& line, Row member) const {
        return line.of_bodies ? body_actor(system_, member) : organisation_actor(system_, member);
    }

    [[nodiscard]] SeatRecord seat_record(const MemberLine& line, Row member, Row seat) const {
        const std::size_t programmes = system_.programmes.size();
        const BodyState<1>& bodies = state_.bodies;
        SeatRecord record;
        record.who = actor(line, member);
        record.weight = state_.tables.seat_weight[seat][0];
        record.standing = number(line.standing);
        record.salience = number(system_.salience_of(line));
        record.conflicted = line.conflicted;
        record.voice = line.of_bodies ? bodies.voice[member][0] : state_.organisations.clout[member][0];
        record.asks = line.conflicted ? plain(bodies.leaning, board_.leaning * programmes, programmes)
                      : line.of_bodies
                          ? plain(bodies.message, member * programmes, programmes)
                          : plain(state_.organisations.position, member * programmes, programmes);
        if (line.of_bodies) {
            record.committed = bodies.committed[member][0];
            record.mandate = bodies.mandate[member][0];
            record.cohesion = bodies.cohesion[member][0];
            record.champion = bodies.champion[member][0];
        }
        return record;
    }

    void decide() {
        const FundPlan& fund = system_.funds[plan_.fund.row()];
        const double apart = record_.dispersion;
        if (record_.decides) {
            record_.chance = apart > 0 ? exp(Pack<1>(-(apart / (record_.patience * goodwill_))))[0] : 1.0;
        }
        const Draw draw{board_.instance.name ^ fund.name_hash, state_.round, Purpose::agreement, 0};
        record_.draw = system_.stochastic ? state_.luck.uniform(draw)[0] : 0.5;
        record_.moved = record_.stood;
        if (record_.agreed) {
            for (std::size_t k = 0; k < record_.moved.size(); ++k) {
                record_.moved[k] += record_.step * (record_.tabled[k] - record_.moved[k]);
            }
        } else if (record_.decides) {
            goodwill_ *= state_.fixed.quarrel[0];
        }
        record_.split = record_.moved;
    }

    void hold_red_lines() {
        constexpr double kTouches = 1e-12;  // MODEL.md 6.3
        for (const RedLinePlan& line : kind_.red_lines) {
            const double floor = number(line.floor), part = record_.split[line.programme.row()];
            if (!record_.decides || !holder_sits(line) || !(part < floor - kTouches)) continue;
            const double gives = 1 - raised_to(1 - number(line.rigidity), system_.dt);
            record_.red_lines.push_back(red_line(line, part + gives * (floor - part)));
            goodwill_ *= state_.fixed.rub[0];
        }
    }

    // Raises the programme in record_.split and says what that moves.
    RedLineRecord red_line(const RedLinePlan& line, double raised) {
        const std::size_t k = line.programme.row(), sectors = system_.sectors.size();
        const double money = state_.tables.rest[table_][0];
        RedLineRecord record{line.programme, number(line.floor), record_.split[k], raised, {}, {}, {}};
        for (const Row holder : line.held_by)
            record.held_by.push_back(system_.words[system_.entries[board_.entries.first + holder].name]);
        record.sectors.assign(sectors, 0.0);
        const double shrink = (1 - raised) / (1 - record_.split[k]);
        for (std::size_t j = 0; j < record_.split.size(); ++j) {
            const double next = j == k ? raised : record_.split[j] * shrink;
            record.programmes.push_back(money * (next - record_.split[j]));
            for (std::size_t s = 0; s < sectors; ++s) {
                record.sectors[s] += record.programmes[j] * state_.fixed.shifted_delivery[j * sectors + s][0];
            }
            record_.split[j] = next;
        }
        return record;
    }

    [[nodiscard]] bool holder_sits(const RedLinePlan& line) const {
        if (line.held_by.empty()) return true;
        Row seat = state_.tables.first_seat[table_];
        for (Row e = 0; e < board_.entries.size(); ++e) {
            const Row members = system_.entries[board_.entries.first + e].members.size();
            bool holds = false;
            for (const Row holder : line.held_by) holds = holds || holder == e;
            for (Row at = 0; holds && at < members; ++at) {
                if (state_.tables.seat_sits[seat + at][0] > 0) return true;
            }
            seat += members;
        }
        return false;
    }

    const System& system_;
    const State<1>& state_;
    Row table_;
    const Table& plan_;
    const BodyPlan& board_;
    const BodyKindPlan& kind_;
    double goodwill_;
    MinutesRecord record_;
};

}  // namespace

std::vector<MinutesRecord> minutes_of(const System& system, const State<1>& state, const Snapshot& snapshot) {
    std::vector<MinutesRecord> minutes;
    Packs<1> goodwill = snapshot.goodwill;
    for (Row t = 0; t < system.tables.size(); ++t) {
        Pack<1>& of_board = goodwill[system.tables[t].board];
        minutes.push_back(Minutes(system, state, t, of_board[0]).take(snapshot.split));
        of_board = Pack<1>(minutes.back().goodwill_after);
    }
    return minutes;
}

}  // namespace clout
