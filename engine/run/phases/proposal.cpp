// What a board comes to, before it is known whether it agrees (MODEL.md 6.3).
#include "engine/protocols/shelf.hpp"
#include "engine/run/phases/seats.hpp"

namespace clout {
namespace {

template <int L>
class Proposal {
public:
    Proposal(const System& system, const State<L>& state, Row table, Scratch<L>& scratch, Seats<L>& seats)
        : system_(system),
          state_(state),
          table_(table),
          plan_(system.tables[table]),
          kind_(system.body_kinds[system.bodies[plan_.board].instance.kind]),
          programmes_(system.programmes.size()),
          scratch_(scratch),
          seats_(seats) {}

    void make() {
        if (seats_.count == 0) return keep_what_stands();
        BoardView<L> view = view_of_board();
        Protocols::visit(kind_.protocol.row, [&]<class P>() {
            if constexpr (requires { P::kDraws; }) view.chance = chance();
            P::decide(view, scratch_, seats_.proposed);
            obey_single_seat();
            for (std::size_t k = 0; k < programmes_; ++k) seats_.target[k] = seats_.proposed[k];
            if constexpr (P::kTakesPapers) table_papers();
        });
        const FundPlan& fund = system_.funds[plan_.fund.row()];
        if (!fund.yardstick.empty() && !system_.constant_zero(kind_.transparency)) measure();
        if (!system_.constant_zero(kind_.foresight)) foresee();
    }

private:
    // Where a board has nobody who could sit no protocol is asked: what stands stays.
    void keep_what_stands() {
        for (std::size_t k = 0; k < programmes_; ++k) seats_.proposed[k] = seats_.target[k] = standing()[k];
    }

    [[nodiscard]] Pack<L> chance() const {
        const std::uint64_t name =
            system_.bodies[plan_.board].instance.name ^ system_.funds[plan_.fund.row()].name_hash;
        return state_.luck.uniform({name, state_.round, Purpose::proposer, 0});
    }

    [[nodiscard]] BoardView<L> view_of_board() const {
        BoardView<L> view;
        view.seats = seats_.count;
        view.programmes = programmes_;
        view.sits = seats_.sits;
        view.weight = seats_.weight;
        view.salience = seats_.salience;
        view.votes = seats_.votes;
        view.initiative = seats_.initiative;
        view.position = seats_.position;
        view.standing = standing();
        view.quota = state_[kind_.quota];
        view.reversion = state_[kind_.reversion];
        view.stochastic = system_.stochastic;
        return view;
    }

    [[nodiscard]] const Pack<L>* standing() const { return &state_.tables.split[table_ * programmes_]; }

    void obey_single_seat() {
        const Mask<L> single = seats_.sitting == Pack<L>(1.0);
        if (none(single)) return;
        for (std::size_t k = 0; k < programmes_; ++k) {
            Pack<L> position(0.0);
            for (std::size_t m = 0; m < seats_.count; ++m)
                position += seats_.sits[m] * seats_.position[m * programmes_ + k];
            seats_.proposed[k] = select(single, position, seats_.proposed[k]);
        }
    }

    // x* + θ Σ π (q − x*), π = ι κ / Σκ
    void table_papers() {
        if (system_.constant_zero(kind_.agenda_power)) return;
        const Pack<L> agenda = state_[kind_.agenda_power];
        Pack<L> pull(0.0);
        for (std::size_t k = 0; k < programmes_; ++k) seats_.middle[k] = Pack<L>(0.0);
        for (std::size_t m = 0; m < seats_.count; ++m) {
            const Pack<L> part = agenda * (seats_.votes[m] * seats_.votes_scale * seats_.initiative[m]);
            pull += part;
            for (std::size_t k = 0; k < programmes_; ++k)
                seats_.middle[k] += part * seats_.position[m * programmes_ + k];
        }
        for (std::size_t k = 0; k < programmes_; ++k)
            seats_.target[k] = seats_.target[k] * (Pack<L>(1.0) - pull) + seats_.middle[k];
    }

    // (1 − τ) x* + τ · yardstick: what is published binds as far as the board is transparent.
    void measure() {
        const Pack<L> transparency = state_[kind_.transparency], rest = Pack<L>(1.0) - transparency;
        const Pack<L>* yardstick = &state_.fixed.yardstick[plan_.fund.row() * programmes_];
        for (std::size_t k = 0; k < programmes_; ++k)
            seats_.target[k] = rest * seats_.target[k] + transparency * yardstick[k];
    }

    // N[ min(x*, x) + (1 − ψ (1 − Σ T u)) max(0, x* − x) ]: nobody offers what would lapse; x where nothing
    // is left.
    void foresee() {
        const std::size_t sectors = system_.sectors.size();
        const Pack<L> zero(0.0), one(1.0), foresight = state_[kind_.foresight];
        const Pack<L>* stands = standing();
        Pack<L> sum = zero;
        for (std::size_t k = 0; k < programmes_; ++k) {
            Pack<L> taken = zero;
            for (std::size_t s = 0; s < sectors; ++s)
                taken += state_.fixed.shifted_delivery[k * sectors + s] *
                         state_.sites.paid[system_.cell_of(SectorId(s), plan_.place)];
            const Pack<L> offered = one - foresight * (one - taken), wanted = seats_.target[k];
            const Pack<L> kept = min(wanted, stands[k]) + offered * max(wanted - stands[k], zero);
            seats_.target[k] = max(kept, zero);
            sum += seats_.target[k];
        }
        for (std::size_t k = 0; k < programmes_; ++k)
            seats_.target[k] = select(sum > zero, seats_.target[k] / sum, stands[k]);
    }

    const System& system_;
    const State<L>& state_;
    Row table_;
    const Table& plan_;
    const BodyKindPlan& kind_;
    std::size_t programmes_;
    Scratch<L>& scratch_;
    Seats<L>& seats_;
};

}  // namespace

template <int L>
void propose(const System& system, const State<L>& state, Row table, Scratch<L>& scratch, Seats<L>& seats) {
    Proposal<L>(system, state, table, scratch, seats).make();
}

template void propose<1>(const System&, const State<1>&, Row, Scratch<1>&, Seats<1>&);
template void propose<8>(const System&, const State<8>&, Row, Scratch<8>&, Seats<8>&);
template void propose<16>(const System&, const State<16>&, Row, Scratch<16>&, Seats<16>&);

}  // namespace clout
