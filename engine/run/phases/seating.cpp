// Who sits at a table, and what each seat weighs (MODEL.md 6.3).
#include "engine/base/elementary.hpp"
#include "engine/run/phases/seats.hpp"
#include "engine/system/members.hpp"

namespace clout {
namespace {

template <int L>
class Seating {
public:
    Seating(const System& system, const State<L>& state, Row table, Seats<L>& seats)
        : system_(system),
          state_(state),
          table_(table),
          board_(system.bodies[system.tables[table].board]),
          programmes_(system.programmes.size()),
          seats_(seats) {}

    void take() {
        const Row first = system_.first_seat[table_];
        each_line(system_, table_, [&](const MemberLine& entry, Span seats) {
            Pack<L> sitting(0.0);
            Row at = entry.members.first;
            for (Row m = seats.first - first; m < seats.last - first; ++m)
                sitting += take_seat(entry, system_.member[at++], m);
            // An entry's votes are split evenly over those of its members that sit.
            const Pack<L> votes = state_[entry.votes] / max(sitting, Pack<L>(1.0));
            for (Row m = seats.first - first; m < seats.last - first; ++m) {
                seats_.votes[m] = votes * seats_.sits[m];
                seats_.all_votes += seats_.votes[m];
            }
            seats_.sitting += sitting;
        });
    }

private:
    // Whoever has been bought does not sit.
    [[nodiscard]] Pack<L> voice_of(const MemberLine& entry, Row row) const {
        if (!entry.of_bodies) return state_.organisations.clout[row];
        const BodyState<L>& of = state_.bodies;
        return of.bought.empty() ? of.voice[row] : of.voice[row] * (Pack<L>(1.0) - of.bought[row]);
    }

    Pack<L> take_seat(const MemberLine& entry, Row row, std::size_t m) {
        const Pack<L> zero(0.0);
        seats_.standing_voice[m] = state_[entry.standing] * voice_of(entry, row);
        seats_.all_voice += seats_.standing_voice[m];
        seats_.sits[m] = select(seats_.standing_voice[m] > zero, Pack<L>(1.0), zero);
        seats_.initiative[m] = state_[entry.initiative];
        seats_.salience[m] = state_[system_.salience_of(entry)];
        const Pack<L>* stands = entry.conflicted  ? &state_.bodies.leaning[board_.leaning * programmes_]
                                : entry.of_bodies ? &state_.bodies.message[row * programmes_]
                                                  : &state_.organisations.position[row * programmes_];
        for (std::size_t k = 0; k < programmes_; ++k) seats_.position[m * programmes_ + k] = stands[k];
        return seats_.sits[m];
    }

    const System& system_;
    const State<L>& state_;
    Row table_;
    const BodyPlan& board_;
    std::size_t programmes_;
    Seats<L>& seats_;
};

}  // namespace

template <int L>
void take_seats(const System& system, const State<L>& state, Row table, Seats<L>& seats) {
    Seating<L>(system, state, table, seats).take();
}

template <int L>
void weigh_seats(const System& system, const State<L>& state, Row table, Seats<L>& seats) {
    const BodyPlan& board = system.bodies[system.tables[table].board];
    const Pack<L> zero(0.0), one(1.0), formality = state[system.body_kinds[board.instance.kind].formality];
    seats.decides = (seats.all_votes > zero) & (seats.all_voice > zero);
    seats.votes_scale = select(seats.decides, one / seats.all_votes, zero);
    const Pack<L> by_voice = select(seats.decides, one / seats.all_voice, zero);
    for (std::size_t m = 0; m < seats.count; ++m) {
        seats.by_votes[m] = seats.votes[m] * seats.votes_scale;
        seats.by_voice[m] = seats.standing_voice[m] * by_voice;
    }
    powers(seats.by_votes, seats.count, formality);
    powers(seats.by_voice, seats.count, one - formality);
    Pack<L> total = zero;
    for (std::size_t m = 0; m < seats.count; ++m) {
        seats.weight[m] = seats.by_votes[m] * seats.by_voice[m] * seats.sits[m];
        total += seats.weight[m];
    }
    seats.decides &= total > zero;
    const Pack<L> scale = select(seats.decides, one / total, zero);
    for (std::size_t m = 0; m < seats.count; ++m) seats.weight[m] *= scale;
}

template void take_seats<1>(const System&, const State<1>&, Row, Seats<1>&);
template void take_seats<8>(const System&, const State<8>&, Row, Seats<8>&);
template void take_seats<16>(const System&, const State<16>&, Row, Seats<16>&);
template void weigh_seats<1>(const System&, const State<1>&, Row, Seats<1>&);
template void weigh_seats<8>(const System&, const State<8>&, Row, Seats<8>&);
template void weigh_seats<16>(const System&, const State<16>&, Row, Seats<16>&);

}  // namespace clout
