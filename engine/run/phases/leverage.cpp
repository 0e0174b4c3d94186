// What is different without a seat, whatever the theory (MODEL.md 8): the share of each sector under x* with
// the seat, less its share when the seat does not sit and everything else is as it was.
#include "engine/run/phases/seats.hpp"
#include "engine/system/members.hpp"

namespace clout {
namespace {

template <int L>
class Leverage {
public:
    Leverage(const System& system, State<L>& state, Row table, std::size_t part)
        : system_(system),
          state_(state),
          table_(table),
          part_(part),
          programmes_(system.programmes.size()),
          sectors_(system.sectors.size()) {}

    void measure() {
        const Pack<L> zero(0.0);
        const Row first = system_.first_seat[table_], last = system_.first_seat[table_ + 1];
        std::vector<Pack<L>> with(sectors_, zero);
        const Mask<L> decides = shares(kEverybody, with.data());
        for (Row seat = first; seat < last; ++seat) {
            if (state_.protocol_scratch[part_].stopped()) return;  // every seat is another decision
            Pack<L>* moved = &state_.tables.leverage[seat * sectors_];
            shares(seat - first, moved);
            for (std::size_t s = 0; s < sectors_; ++s) moved[s] = where(decides, with[s] - moved[s]);
        }
    }

private:
    static constexpr Row kEverybody = kNoRow;

    // Each sector's share under what the board comes to without one seat; under x where nobody else can
    // decide.
    Mask<L> shares(Row absent, Pack<L>* share) {
        Seats<L> seats(system_, state_, table_, part_);
        take_seats(system_, state_, table_, seats);
        if (absent != kEverybody) leave(seats, absent);
        weigh_seats(system_, state_, table_, seats);
        propose(system_, state_, table_, state_.protocol_scratch[part_], seats);
        const Pack<L>* stands = &state_.tables.split[table_ * programmes_];
        for (std::size_t s = 0; s < sectors_; ++s) {
            share[s] = Pack<L>(0.0);
            for (std::size_t k = 0; k < programmes_; ++k) {
                const Pack<L> split = select(seats.decides, seats.target[k], stands[k]);
                share[s] += split * state_.fixed.shifted_delivery[k * sectors_ + s];
            }
        }
        return seats.decides;
    }

    // The seat does not sit; its entry's votes go to the others of the entry that sit.
    void leave(Seats<L>& seats, Row absent) const {
        const Pack<L> zero(0.0), one(1.0);
        each_line(system_, table_, [&](const MemberLine&, Span rows) {
            const Row first = rows.first - system_.first_seat[table_], last = first + rows.size();
            if (absent < first || absent >= last) return;
            const Pack<L> votes = seats.votes[absent];
            Pack<L> others = zero;
            for (Row m = first; m < last; ++m) others += m == absent ? zero : seats.sits[m];
            const Pack<L> more = select(others > zero, votes / max(others, one), zero);
            for (Row m = first; m < last; ++m) seats.votes[m] += more * seats.sits[m];
        });
        seats.votes[absent] = zero;
        seats.standing_voice[absent] = zero;
        seats.sitting -= seats.sits[absent];
        seats.sits[absent] = zero;
        seats.all_voice = seats.all_votes = zero;
        for (std::size_t m = 0; m < seats.count; ++m) {  // anew: what is left may be nothing at all
            seats.all_voice += seats.standing_voice[m];
            seats.all_votes += seats.votes[m];
        }
    }

    const System& system_;
    State<L>& state_;
    Row table_;
    std::size_t part_, programmes_, sectors_;
};

}  // namespace

template <int L>
void measure_leverage(const System& system, State<L>& state, Row table, std::size_t part) {
    Leverage<L>(system, state, table, part).measure();
}

template void measure_leverage<1>(const System&, State<1>&, Row, std::size_t);
template void measure_leverage<8>(const System&, State<8>&, Row, std::size_t);
template void measure_leverage<16>(const System&, State<16>&, Row, std::size_t);

}  // namespace clout
