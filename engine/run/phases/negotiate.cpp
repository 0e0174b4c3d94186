#include "engine/base/elementary.hpp"
#include "engine/protocols/shelf.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/seats.hpp"

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
          seats_(state, table, part, programmes_) {}

    void hold() {
        take_seats();
        weigh();
        find_target();
        decide();
        hold_red_lines();
        trace_influence();
    }

private:
    void take_seats() {
        std::size_t m = 0;
        for (Row e = board_.entries.first; e < board_.entries.last; ++e) {
            const MemberLine& entry = system_.entries[e];
            const std::size_t first = m;
            Pack<L> sitting(0.0);
            for (Row at = entry.members.first; at < entry.members.last; ++at)
                sitting += take_seat(entry, system_.member[at], m++);
            // An entry's votes are split evenly over those of its members that sit.
            const Pack<L> votes = state_[entry.votes] / max(sitting, Pack<L>(1.0));
            for (std::size_t seat = first; seat < m; ++seat) {
                seats_.votes[seat] = votes * seats_.sits[seat];
                seats_.all_votes += seats_.votes[seat];
            }
            seats_.sitting += sitting;
        }
    }

    Pack<L> take_seat(const MemberLine& entry, Row row, std::size_t m) {
        const Pack<L> zero(0.0);
        const Pack<L> voice = entry.of_bodies ? state_.bodies.voice[row] : state_.organisations.clout[row];
        seats_.standing_voice[m] = state_[entry.standing] * voice;
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

    // w ∝ (κ / Σκ)^η (ς v / Σ ς v)^(1−η)
    void weigh() {
        const Pack<L> zero(0.0), one(1.0);
        const Pack<L> formality = state_[kind_.formality];
        decides_ = (seats_.all_votes > zero) & (seats_.all_voice > zero);
        const Pack<L> by_votes = select(decides_, one / seats_.all_votes, zero);
        const Pack<L> by_voice = select(decides_, one / seats_.all_voice, zero);
        for (std::size_t m = 0; m < seats_.count; ++m) {
            seats_.by_votes[m] = seats_.votes[m] * by_votes;
            seats_.by_voice[m] = seats_.standing_voice[m] * by_voice;
        }
        powers(seats_.by_votes, seats_.count, formality);
        powers(seats_.by_voice, seats_.count, one - formality);
        Pack<L> total = zero;
        for (std::size_t m = 0; m < seats_.count; ++m) {
            seats_.weight[m] = seats_.by_votes[m] * seats_.by_voice[m] * seats_.sits[m];
            total += seats_.weight[m];
        }
        decides_ &= total > zero;
        const Pack<L> scale = select(decides_, one / total, zero);
        for (std::size_t m = 0; m < seats_.count; ++m) seats_.weight[m] *= scale;
        votes_scale_ = by_votes;
        state_.tables.decides[table_] = select(decides_, one, zero);
    }

    // x*: the protocol's split, then what those who table papers make of it; a single seat gets its position.
    void find_target() {
        const FundPlan& fund = system_.funds[plan_.fund.row()];
        const Draw draw{board_.instance.name ^ fund.name_hash, state_.round, Purpose::proposer, 0};
        BoardView<L> view;
        view.seats = seats_.count;
        view.programmes = programmes_;
        view.sits = seats_.sits;
        view.weight = seats_.weight;
        view.salience = seats_.salience;
        view.votes = seats_.votes;
        view.initiative = seats_.initiative;
        view.position = seats_.position;
        view.standing = &state_.tables.split[table_ * programmes_];
        view.quota = state_[kind_.quota];
        view.reversion = state_[kind_.reversion];
        view.stochastic = system_.stochastic;
        Protocols::visit(kind_.protocol.row, [&]<class P>() {
            if constexpr (requires { P::kDraws; }) view.chance = state_.luck.uniform(draw);
            P::decide(view, state_.protocol_scratch[part_], seats_.proposed);
            obey_single_seat();
            for (std::size_t k = 0; k < programmes_; ++k) seats_.target[k] = seats_.proposed[k];
            if constexpr (P::kTakesPapers) table_papers();
        });
    }

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
            const Pack<L> part = agenda * (seats_.votes[m] * votes_scale_ * seats_.initiative[m]);
            pull += part;
            for (std::size_t k = 0; k < programmes_; ++k)
                seats_.middle[k] += part * seats_.position[m * programmes_ + k];
        }
        for (std::size_t k = 0; k < programmes_; ++k) {
            seats_.target[k] = seats_.target[k] * (Pack<L>(1.0) - pull) + seats_.middle[k];
        }
    }

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
        const Pack<L> apart = select(decides_, dispersion(), zero);
        const Pack<L> strain = select(apart > zero, apart / (state_[kind_.patience] * goodwill), zero);
        const Pack<L> likely = exp(-strain);
        const Draw draw{board_.instance.name ^ fund.name_hash, state_.round, Purpose::agreement, 0};
        const Pack<L> hurdle = system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5);
        const Mask<L> agreed = decides_ & (likely > hurdle);
        const Pack<L> stays = state_.fixed.stay[plan_.fund.row()];
        Pack<L>* split = &state_.tables.split[table_ * programmes_];
        for (std::size_t k = 0; k < programmes_; ++k) {
            const Pack<L> moved = stays * split[k] + (one - stays) * seats_.target[k];
            split[k] = select(agreed, moved, split[k]);
        }
        goodwill = select(decides_ & !agreed, goodwill * state_.fixed.quarrel, goodwill);
        state_.tables.dispersion[table_] = apart;
        state_.tables.agreed[table_] = select(agreed, one, zero);
    }

    void hold_red_lines() {
        Pack<L>& goodwill = state_.bodies.goodwill[plan_.board];
        for (const RedLinePlan& line : kind_.red_lines) {
            const Mask<L> breached = enforce(line);
            goodwill = select(breached, goodwill * state_.fixed.rub, goodwill);
        }
        const Pack<L> mended = goodwill + state_.fixed.mend * (Pack<L>(1.0) - goodwill);
        goodwill = select(decides_, mended, goodwill);
    }

    // x_k rises towards the floor, the rest shrinks in proportion; says where the line was breached.
    Mask<L> enforce(const RedLinePlan& line) {
        constexpr double kTouches = 1e-12;  // MODEL.md 6.3
        const Pack<L> one(1.0);
        const std::size_t k = line.programme.row();
        Pack<L>* split = &state_.tables.split[table_ * programmes_];
        const Pack<L> floor = state_[line.floor];
        const Mask<L> breached = decides_ & holder_sits(line) & (split[k] < floor - Pack<L>(kTouches));
        if (none(breached)) return breached;
        const Pack<L> gives = one - power(one - state_[line.rigidity], Pack<L>(system_.dt));
        const Pack<L> raised = split[k] + gives * (floor - split[k]);
        const Pack<L> shrink = select(breached, (one - raised) / (one - split[k]), one);
        for (std::size_t j = 0; j < programmes_; ++j) {
            split[j] = j == k ? select(breached, raised, split[k]) : split[j] * shrink;
        }
        return breached;
    }

    [[nodiscard]] Mask<L> holder_sits(const RedLinePlan& line) const {
        if (line.held_by.empty()) return Mask<L>(true);
        Pack<L> sitting(0.0);
        std::size_t m = 0;
        for (Row e = 0; e < board_.entries.size(); ++e) {
            const Span members = system_.entries[board_.entries.first + e].members;
            bool holds = false;
            for (const Row holder : line.held_by) holds = holds || holder == e;
            for (Row at = members.first; at < members.last; ++at, ++m) {
                if (holds) sitting += seats_.sits[m];
            }
        }
        return sitting > Pack<L>(0.0);
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
        for (Row e = board_.entries.first; e < board_.entries.last; ++e) {
            const MemberLine& entry = system_.entries[e];
            for (Row at = entry.members.first; at < entry.members.last; ++at, ++m) {
                const Pack<L> part = seats_.weight[m] * seats_.salience[m] * scale;
                if (entry.conflicted) {
                    influence[columns - 1] += part;
                } else if (entry.of_bodies) {
                    const Pack<L>* sources = &state_.bodies.sources[system_.member[at] * columns];
                    for (std::size_t s = 0; s < columns; ++s) influence[s] += part * sources[s];
                } else {
                    influence[system_.organisation_kinds[entry.kind].sector.row()] += part;
                }
            }
        }
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
    Mask<L> decides_{false};
    Pack<L> votes_scale_{0.0};
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
