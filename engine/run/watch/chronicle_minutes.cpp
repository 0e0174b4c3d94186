// What a table did in a round, read off what `negotiate` and `allocate` left: the steps from the split that
// stood to the one that stands, as the table kept them.
#include "engine/run/watch/chronicle_parts.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/system/members.hpp"

namespace clout {
namespace {

class Minutes {
public:
    Minutes(const System& system, const State<1>& state, Row table)
        : system_(system),
          state_(state),
          table_(table),
          plan_(system.tables[table]),
          board_(system.bodies[plan_.board]),
          kind_(system.body_kinds[board_.instance.kind]),
          programmes_(system.programmes.size()) {}

    MinutesRecord take() {
        const std::size_t columns = system_.sectors.size() + 1, first = table_ * programmes_;
        const MinutesState<1>& kept = state_.minutes;
        record_.fund = plan_.fund;
        record_.place = plan_.place;
        record_.board = body_actor(system_, plan_.board);
        record_.amount = state_.tables.own[table_][0] + state_.tables.incoming[table_][0];
        record_.taken_off = figure(state_.tables.taken_off);
        record_.sliced = figure(state_.tables.sliced);
        record_.called = figure(state_.tables.called);
        record_.gap = figure(state_.tables.gap);
        record_.decides = state_.tables.decides[table_][0] > 0;
        record_.agreed = state_.tables.agreed[table_][0] > 0;
        record_.dispersion = state_.tables.dispersion[table_][0];
        record_.patience = number(kind_.patience);
        record_.chance = kept.chance[table_][0];
        record_.draw = kept.draw[table_][0];
        record_.goodwill_before = kept.goodwill_before[table_][0];
        record_.goodwill_after = kept.goodwill_after[table_][0];
        record_.step = 1 - state_.fixed.stay[plan_.fund.row()][0];
        record_.stood = plain(kept.stood, first, programmes_);
        record_.proposed = plain(state_.tables.proposed, first, programmes_);
        record_.tabled = plain(state_.tables.target, first, programmes_);
        record_.moved = plain(kept.moved, first, programmes_);
        record_.split = plain(state_.tables.split, first, programmes_);
        record_.influence = plain(state_.tables.influence, table_ * columns, columns);
        take_seats();
        take_red_lines();
        return std::move(record_);
    }

private:
    [[nodiscard]] double number(Slot slot) const { return state_[slot][0]; }
    // Of this table; 0 where the scenario has no such mechanism.
    [[nodiscard]] double figure(const Packs<1>& of_tables) const {
        return of_tables.empty() ? 0.0 : of_tables[table_][0];
    }

    void take_seats() {
        each_seat(system_, table_, [&](const MemberLine& line, Row member, Row seat) {
            if (state_.tables.seat_sits[seat][0] > 0) {
                record_.seats.push_back(seat_record(line, member, seat));
            } else {
                record_.silent.push_back(actor(line, member));
            }
        });
    }

    [[nodiscard]] Actor actor(const MemberLine& line, Row member) const {
        return line.of_bodies ? body_actor(system_, member) : organisation_actor(system_, member);
    }

    [[nodiscard]] SeatRecord seat_record(const MemberLine& line, Row member, Row seat) const {
        const BodyState<1>& bodies = state_.bodies;
        SeatRecord record;
        record.who = actor(line, member);
        record.weight = state_.tables.seat_weight[seat][0];
        record.votes = state_.minutes.votes[seat][0];
        record.papers = state_.minutes.papers[seat][0];
        record.standing = number(line.standing);
        record.salience = number(system_.salience_of(line));
        record.conflicted = line.conflicted;
        record.voice = line.of_bodies ? bodies.voice[member][0] : state_.organisations.clout[member][0];
        record.asks = line.conflicted ? plain(bodies.leaning, board_.leaning * programmes_, programmes_)
                      : line.of_bodies
                          ? plain(bodies.message, member * programmes_, programmes_)
                          : plain(state_.organisations.position, member * programmes_, programmes_);
        if (line.of_bodies) {
            record.committed = bodies.committed[member][0];
            record.mandate = bodies.mandate[member][0];
            record.cohesion = bodies.cohesion[member][0];
            record.champion = bodies.champion[member][0];
        }
        return record;
    }

    // Those that bound, in order.
    void take_red_lines() {
        std::vector<double> before = record_.moved;
        for (std::size_t at = 0; at < kind_.red_lines.size(); ++at) {
            const std::size_t row = system_.first_line[table_] + at;
            if (!state_.tables.breached[row][0]) continue;
            std::vector<double> after = plain(state_.minutes.held, row * programmes_, programmes_);
            record_.red_lines.push_back(
                red_line(kind_.red_lines[at], state_.minutes.floor[row][0], before, after));
            before = std::move(after);
        }
    }

    // What it moved: of programmes, and of those who deliver them.
    [[nodiscard]] RedLineRecord red_line(const RedLinePlan& line, double floor,
                                         const std::vector<double>& before,
                                         const std::vector<double>& after) const {
        const std::size_t k = line.programme.row(), sectors = system_.sectors.size();
        const double money = state_.tables.rest[table_][0];
        RedLineRecord record{line.programme, floor, before[k], after[k], {}, {}, {}};
        for (const Row holder : line.held_by)
            record.held_by.push_back(system_.words[system_.entries[board_.entries.first + holder].name]);
        record.sectors.assign(sectors, 0.0);
        for (std::size_t j = 0; j < before.size(); ++j) {
            record.programmes.push_back(money * (after[j] - before[j]));
            for (std::size_t s = 0; s < sectors; ++s)
                record.sectors[s] += record.programmes[j] * state_.fixed.shifted_delivery[j * sectors + s][0];
        }
        return record;
    }

    const System& system_;
    const State<1>& state_;
    Row table_;
    const Table& plan_;
    const BodyPlan& board_;
    const BodyKindPlan& kind_;
    std::size_t programmes_;
    MinutesRecord record_;
};

}  // namespace

std::vector<MinutesRecord> minutes_of(const System& system, const State<1>& state) {
    std::vector<MinutesRecord> minutes;
    for (Row t = 0; t < system.tables.size(); ++t) minutes.push_back(Minutes(system, state, t).take());
    return minutes;
}

}  // namespace clout
