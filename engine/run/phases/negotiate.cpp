#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/seats.hpp"
#include "engine/system/members.hpp"

namespace clout {
namespace {

template <int L>
class Negotiation {
public:
    Negotiation(const System& system, State<L>& state, Row table, std::size_t part)
        : system_(system),
          state_(state),
          table_(table),
          part_(part),
          plan_(system.tables[table]),
          board_(system.bodies[plan_.board]),
          kind_(system.body_kinds[board_.instance.kind]),
          programmes_(system.programmes.size()),
          seats_(system, state, table, part) {}

    void hold() {
        if (!state_.tables.leverage.empty() && state_.round + 1 == system_.rounds)
            measure_leverage(system_, state_, table_, part_);
        take_seats(system_, state_, table_, seats_);
        weigh_seats(system_, state_, table_, seats_);
        state_.tables.decides[table_] = select(seats_.decides, Pack<L>(1.0), Pack<L>(0.0));
        propose(system_, state_, table_, state_.protocol_scratch[part_], seats_);
        if (system_.keeps_minutes) note_start();
        decide();
        hold_red_lines(system_, state_, table_, seats_);
        if (system_.keeps_minutes)
            state_.minutes.goodwill_after[table_] = state_.bodies.goodwill[plan_.board];
        trace_influence();
    }

private:
    [[nodiscard]] Pack<L> dispersion() {
        for (std::size_t k = 0; k < programmes_; ++k) seats_.middle[k] = Pack<L>(0.0);
        for (std::size_t m = 0; m < seats_.count; ++m) {
            for (std::size_t k = 0; k < programmes_; ++k) {
                seats_.middle[k] += seats_.weight[m] * seats_.position[m * programmes_ + k];
            }
        }
        Pack<L> apart(0.0);
        for (std::size_t m = 0; m < seats_.count; ++m) {
            apart +=
                seats_.weight[m] * distance(&seats_.position[m * programmes_], seats_.middle, programmes_);
        }
        return select(seats_.sitting == Pack<L>(1.0), Pack<L>(0.0), apart);
    }

    // Agreed with probability exp(− D / (patience G)); then the split moves, else goodwill suffers.
    void decide() {
        const Pack<L> zero(0.0), one(1.0);
        const FundPlan& fund = system_.funds[plan_.fund.row()];
        Pack<L>& goodwill = state_.bodies.goodwill[plan_.board];
        const Pack<L> apart = select(seats_.decides, dispersion(), zero);
        const Pack<L> strain = select(apart > zero, apart / (state_[kind_.patience] * goodwill), zero);
        const Pack<L> likely = exp(-strain);
        const Draw draw{board_.instance.name ^ fund.name_hash, state_.round, Purpose::agreement, 0};
        const Pack<L> hurdle = system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5);
        const Mask<L> agreed = seats_.decides & (likely > hurdle);
        const Pack<L> stays = state_.fixed.stay[plan_.fund.row()];
        Pack<L>* split = &state_.tables.split[table_ * programmes_];
        for (std::size_t k = 0; k < programmes_; ++k) {
            const Pack<L> moved = stays * split[k] + (one - stays) * seats_.target[k];
            split[k] = select(agreed, moved, split[k]);
        }
        if (system_.stochastic && !system_.constant_zero(fund.noise)) shake(fund, agreed, split);
        goodwill = select(seats_.decides & !agreed, goodwill * state_.fixed.quarrel, goodwill);
        if (system_.keeps_minutes) {
            state_.minutes.chance[table_] = where(seats_.decides, likely);
            state_.minutes.draw[table_] = hurdle;
            std::copy_n(split, programmes_, &state_.minutes.moved[table_ * programmes_]);
        }
        state_.tables.dispersion[table_] = apart;
        state_.tables.agreed[table_] = select(agreed, one, zero);
    }

    // For the chronicle: what stands before the board decides, and whose votes and papers count how much.
    void note_start() {
        MinutesState<L>& of = state_.minutes;
        of.goodwill_before[table_] = state_.bodies.goodwill[plan_.board];
        std::copy_n(&state_.tables.split[table_ * programmes_], programmes_, &of.stood[table_ * programmes_]);
        const bool takes_papers = protocol_kinds()[kind_.protocol.row].takes_papers;
        const Pack<L> agenda = takes_papers ? state_[kind_.agenda_power] : Pack<L>(0.0);
        const Row first = system_.first_seat[table_];
        for (std::size_t m = 0; m < seats_.count; ++m) {
            of.votes[first + m] = seats_.votes[m] * seats_.votes_scale;
            of.papers[first + m] = agenda * of.votes[first + m] * seats_.initiative[m];
        }
    }

    // What is agreed on is not what happens: each share times exp(σ √dt ξ), the luck being the programme's by
    // name.
    void shake(const FundPlan& fund, const Mask<L>& agreed, Pack<L>* split) {
        const Pack<L> zero(0.0), size = state_[fund.noise] * sqrt(Pack<L>(system_.dt));
        Pack<L> sum = zero, moved = zero;
        for (std::size_t k = 0; k < programmes_; ++k) {
            const std::uint64_t name = board_.instance.name ^ fund.name_hash ^ system_.programme_names[k];
            state_.luck.normals({name, state_.round, Purpose::split, 0}, {&moved, 1});
            seats_.middle[k] = split[k] * exp(size * moved);
            sum += seats_.middle[k];
        }
        for (std::size_t k = 0; k < programmes_; ++k)
            split[k] = select(agreed & (sum > zero), seats_.middle[k] / sum, split[k]);
    }

    // Whose opinion the weighted mean Σ w s q / Σ w s is (MODEL.md 8), sector by sector and the leanings'
    // part last.
    void trace_influence() {
        const std::size_t columns = system_.sectors.size() + 1;
        Pack<L>* influence = &state_.tables.influence[table_ * columns];
        for (std::size_t s = 0; s < columns; ++s) influence[s] = Pack<L>(0.0);
        Pack<L> total(0.0);
        for (std::size_t m = 0; m < seats_.count; ++m) total += seats_.weight[m] * seats_.salience[m];
        const Pack<L> scale = select(total > Pack<L>(0.0), Pack<L>(1.0) / total, Pack<L>(0.0));
        std::size_t m = 0;
        each_member(system_, plan_.board, [&](const MemberLine& entry, Row member) CLOUT_LAMBDA {
            const Pack<L> part = seats_.weight[m] * seats_.salience[m] * scale;
            ++m;
            if (entry.conflicted) {
                influence[columns - 1] += part;
            } else if (entry.of_bodies) {
                const Pack<L>* sources = &state_.bodies.sources[member * columns];
                for (std::size_t s = 0; s < columns; ++s) influence[s] += part * sources[s];
            } else {
                influence[system_.organisation_kinds[entry.kind].sector.row()] += part;
            }
        });
    }

    const System& system_;
    State<L>& state_;
    Row table_;
    std::size_t part_;
    const Table& plan_;
    const BodyPlan& board_;
    const BodyKindPlan& kind_;
    std::size_t programmes_;
    Seats<L> seats_;
};

}  // namespace

template <int L>
void negotiate(const System& system, State<L>& state) {
    // Fund by fund: a board that decides two spends its goodwill in their order.
    for (const FundPlan& fund : system.funds) {
        const std::size_t tables = fund.tables.size();
        in_parts(state.crew, tables, grain(tables, system),
                 [&](std::size_t first, std::size_t last, std::size_t part) {
                     for (std::size_t at = first; at < last; ++at)
                         Negotiation<L>(system, state, fund.tables.first + static_cast<Row>(at), part).hold();
                 });
    }
}

template void negotiate<1>(const System&, State<1>&);
template void negotiate<8>(const System&, State<8>&);
template void negotiate<16>(const System&, State<16>&);

}  // namespace clout
