// Lines that somebody holds whatever the board agrees on (MODEL.md 6.3).
#include "engine/base/elementary.hpp"
#include "engine/run/phases/seats.hpp"
#include "engine/system/members.hpp"

#include <algorithm>

namespace clout {
namespace {

template <int L>
class RedLines {
public:
    RedLines(const System& system, State<L>& state, Row table, const Seats<L>& seats)
        : system_(system),
          state_(state),
          table_(table),
          board_(system.bodies[system.tables[table].board]),
          lines_(system.body_kinds[board_.instance.kind].red_lines),
          programmes_(system.programmes.size()),
          first_line_(system.first_line[table]),
          split_(&state.tables.split[table * programmes_]),
          seats_(seats) {
        if (!state.tables.breached.empty()) enforced_ = &state.tables.breached[first_line_];
    }

    void hold() {
        Pack<L>& goodwill = state_.bodies.goodwill[system_.tables[table_].board];
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            const Mask<L> breached = enforce(at);
            goodwill = select(breached, goodwill * state_.fixed.rub, goodwill);
            if (enforced_ != nullptr) enforced_[at] = breached;
        }
        if (system_.has_dormant_lines) wake_all();
        const Pack<L> mended = goodwill + state_.fixed.mend * (Pack<L>(1.0) - goodwill);
        goodwill = select(seats_.decides, mended, goodwill);
    }

private:
    // Of the seats that hold a line: whether any sits, and how firmly their members stand behind it.
    struct Holders {
        Mask<L> sit{true};
        Pack<L> backing{1.0};
    };

    [[nodiscard]] Holders holders_of(const RedLinePlan& line) const {
        Holders holders;
        if (line.held_by.empty()) return holders;
        Pack<L> sitting(0.0), votes(0.0), weighted(0.0), plain(0.0);
        const MemberLine* first = &system_.entries[board_.entries.first];
        const Row first_seat = system_.first_seat[table_];
        each_seat(system_, table_, [&](const MemberLine& entry, Row member, Row seat) CLOUT_LAMBDA {
            if (std::find(line.held_by.begin(), line.held_by.end(), Row(&entry - first)) ==
                line.held_by.end())
                return;
            const Row m = seat - first_seat;
            sitting += seats_.sits[m];
            if (!line.backed) return;
            const Pack<L> behind = entry.of_bodies ? backing_of(member) : Pack<L>(1.0);
            votes += seats_.votes[m];
            weighted += seats_.votes[m] * behind;
            plain += seats_.sits[m] * behind;
        });
        const Pack<L> zero(0.0);
        holders.sit = sitting > zero;
        if (line.backed)
            holders.backing = select(votes > zero, weighted / votes, plain / max(sitting, Pack<L>(1.0)));
        return holders;
    }

    // χ μ of a body: who would walk away with it.
    [[nodiscard]] Pack<L> backing_of(Row body) const {
        return state_.bodies.cohesion[body] * state_.bodies.mandate[body];
    }

    [[nodiscard]] Pack<L> floor_of(const RedLinePlan& line) const {
        const Pack<L> floor = state_[line.floor];
        if (!line.relative) return floor;
        return min(floor * state_.tables.start[table_ * programmes_ + line.programme.row()],
                   Pack<L>(1.0 - 1e-9));
    }

    // x_k rises towards the floor, the rest shrinks in proportion; says where the line was breached.
    Mask<L> enforce(std::size_t at) {
        constexpr double kTouches = 1e-12;  // MODEL.md 6.3
        const RedLinePlan& line = lines_[at];
        const Pack<L> one(1.0), floor = floor_of(line);
        const std::size_t k = line.programme.row();
        const Holders holders = holders_of(line);
        Mask<L> breached = seats_.decides & holders.sit & (split_[k] < floor - Pack<L>(kTouches));
        if (line.backed) breached &= holders.backing > Pack<L>(0.0);
        if (line.dormant) breached &= state_.tables.awake[first_line_ + at];
        if (system_.keeps_minutes) state_.minutes.floor[first_line_ + at] = floor;
        if (none(breached)) return breached;
        const Pack<L> rigidity =
            line.backed ? state_[line.rigidity] * holders.backing : state_[line.rigidity];
        const Pack<L> gives = one - power(one - rigidity, Pack<L>(system_.dt));
        const Pack<L> raised = split_[k] + gives * (floor - split_[k]);
        const Pack<L> shrink = select(breached, (one - raised) / (one - split_[k]), one);
        for (std::size_t j = 0; j < programmes_; ++j)
            split_[j] = j == k ? select(breached, raised, split_[k]) : split_[j] * shrink;
        if (system_.keeps_minutes)
            std::copy_n(split_, programmes_, &state_.minutes.held[(first_line_ + at) * programmes_]);
        return breached;
    }

    // Each dormant line answers the lines of others that were enforced just now; it holds from the next round
    // on.
    void wake_all() {
        const Pack<L> escalation = state_[system_.dynamics.escalation] * Pack<L>(system_.dt), one(1.0);
        const std::uint64_t name =
            board_.instance.name ^ system_.funds[system_.tables[table_].fund.row()].name_hash;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (!lines_[at].dormant) continue;
            Mask<L>& awake = state_.tables.awake[first_line_ + at];
            Pack<L> others(0.0);
            for (std::size_t other = 0; other < lines_.size(); ++other) {
                if (lines_[other].holder != 0 && lines_[other].holder != lines_[at].holder)
                    others += where(enforced_[other], one);
            }
            const Draw draw{name, state_.round, Purpose::wake, static_cast<std::uint32_t>(at)};
            const Pack<L> hurdle = system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5);
            awake = awake | (holders_of(lines_[at]).sit & (one - exp(-escalation * others) > hurdle));
        }
    }

    const System& system_;
    State<L>& state_;
    Row table_;
    const BodyPlan& board_;
    const std::vector<RedLinePlan>& lines_;
    std::size_t programmes_;
    Row first_line_;  // of the table, among the lines of all tables
    Pack<L>* split_;  // (programmes)
    const Seats<L>& seats_;
    Mask<L>* enforced_ = nullptr;  // (lines) in the state: in this round; null where nobody asks
};

}  // namespace

template <int L>
void hold_red_lines(const System& system, State<L>& state, Row table, const Seats<L>& seats) {
    RedLines<L>(system, state, table, seats).hold();
}

template void hold_red_lines<1>(const System&, State<1>&, Row, const Seats<1>&);
template void hold_red_lines<8>(const System&, State<8>&, Row, const Seats<8>&);
template void hold_red_lines<16>(const System&, State<16>&, Row, const Seats<16>&);

}  // namespace clout
