#include "engine/run/phases.hpp"
#include "engine/run/phases/draw_ahead.hpp"
#include "engine/run/phases/programmes.hpp"

namespace clout {
namespace {

// Some homes, one after the other.
template <int L>
class Deliberation {
public:
    Deliberation(const System& system, State<L>& state, Scratch<L>& scratch)
        : system_(system),
          state_(state),
          programmes_(system.programmes.size()),
          noisy_(RoundDraws(system).opinions),
          drawn_(noisy_ && state.book.positions.written(state.round)),
          luck_(noisy_ ? state.book.positions.at(state.round) : nullptr),
          noise_(state[system.dynamics.opinion_noise]),
          heard_(scratch.reserve(3 * programmes_)),
          pull_(heard_ + programmes_),
          next_(pull_ + programmes_) {}

    // K: the number of programmes, or 0 for any.
    template <int K>
    void meet(Row body) {
        const BodyPlan& home = system_.bodies[body];
        hear<K>(home, body);
        if (noisy_ && !drawn_) draw(home.home_of);
        kind_ = kNoRow;
        for (Row i = home.home_of.first; i < home.home_of.last; ++i) {
            listen_as<K>(system_.organisations[i].kind);
            noisy_ ? update<K, true>(i) : update<K, false>(i);
        }
    }

private:
    // Luck for the rounds to come, where the last has been used up.
    void draw(Span home) {
        draw_by_programme(system_, state_.luck, home, state_.book.positions.page_of(state_.round),
                          Purpose::round, kRoundsABlock, luck_ + home.first * programmes_ * kRoundsABlock);
    }

    // (1 − f) P + f Q: P the income-weighted mean position of those whose home it is, a plain mean where
    // nobody has income; Q what is said above, P where nothing is.
    template <int K>
    void hear(const BodyPlan& home, Row body) {
        const Pack<L> zero(0.0), one(1.0);
        ByProgramme<K, L> sum(heard_);
        const Pack<L> total = weigh_by_income(state_.organisations, [&](auto weight_of) CLOUT_LAMBDA {
            return sum_up<K>(home.home_of, weight_of, sum);
        });
        const Row above = home.parent == kNoRow ? body : home.parent;
        const Mask<L> speaks = state_.bodies.speaks[above] > zero;
        const Pack<L> feedback = feedback_of(system_, state_, body);
        const Pack<L> scale = one / total, rest = one - feedback;
        const Pack<L>* message = &state_.bodies.message[above * programmes_];
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            const Pack<L> colleagues = sum[k] * scale;
            heard_[k] = rest * colleagues + feedback * select(speaks, message[k], colleagues);
        });
    }

    // Σ weight and Σ weight · position.
    template <int K, class Weight>
    CLOUT_INLINE Pack<L> sum_up(Span home, Weight weight_of, ByProgramme<K, L>& sum) const {
        const Pack<L> zero(0.0);
        Pack<L> total = zero;
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { sum[k] = zero; });
        for (Row i = home.first; i < home.last; ++i) {
            const Pack<L> weight = weight_of(i);
            const Pack<L>* position = &state_.organisations.position[i * programmes_];
            total += weight;
            each_programme<K>(programmes_,
                              [&](std::size_t k) CLOUT_LAMBDA { sum[k] += weight * position[k]; });
        }
        return total;
    }

    // λ and λ heard, which those of one kind share.
    template <int K>
    void listen_as(Row kind) {
        if (kind == kind_) return;
        kind_ = kind;
        const Pack<L> listens = state_[system_.organisation_kinds[kind].susceptibility];
        keeps_ = Pack<L>(1.0) - listens;
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { pull_[k] = listens * heard_[k]; });
    }

    // N[ (1 − λ) a + λ heard + noise ξ ]
    template <int K, bool Noisy>
    void update(Row i) {
        auto& of = state_.organisations;
        const Pack<L>* anchor = &of.anchor[i * programmes_];
        const Pack<L>* draws =
            Noisy ? luck_ + (i * programmes_ * kRoundsABlock + state_.round % kRoundsABlock) : nullptr;
        const Pack<L> keeps = keeps_, noise = noise_, zero(0.0);
        ByProgramme<K, L> next(next_);
        Pack<L> sum = zero;
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            Pack<L> moved = keeps * anchor[k] + pull_[k];
            if (Noisy) {
                moved += noise * draws[k * kRoundsABlock];
                fetch_ahead(draws + (kFetched * programmes_ + k) * kRoundsABlock);
            }
            next[k] = max(moved, zero);
            sum += next[k];
        });
        // Noise that leaves nothing at all leaves the position where it was.
        const Mask<L> moves = of.independent[i] & (sum > zero);
        const Pack<L> scale = Pack<L>(1.0) / sum;
        Pack<L>* position = &of.position[i * programmes_];
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            position[k] = select(moves, next[k] * scale, position[k]);
        });
    }

    const System& system_;
    State<L>& state_;
    std::size_t programmes_;
    bool noisy_, drawn_;  // whether positions are noisy; whether that luck stands in the book already
    Pack<L>* luck_;
    Pack<L> noise_;
    Row kind_ = kNoRow;
    Pack<L> keeps_{0.0};             // 1 − λ of the kind last met
    Pack<L>*heard_, *pull_, *next_;  // (programmes)
};

// What some caucuses bring to every body that they are in, now that their members know what they want.
template <int K, int L>
void gather(const System& system, State<L>& state, Span caucuses) {
    const auto& of = state.organisations;
    const std::size_t programmes = system.programmes.size();
    const Pack<L> zero(0.0);
    for (Row caucus = caucuses.first; caucus < caucuses.last; ++caucus) {
        const Span rows = system.caucuses[caucus];
        const Pack<L>* reference = &of.position[rows.first * programmes];
        Pack<L> potential = of.clout[rows.first], committed = potential * of.commitment[rows.first];
        Pack<L> scatter = zero, *kept = &state.caucuses.apart[caucus * programmes];
        ByProgramme<K, L> apart(kept);
        each_programme<K>(programmes, [&](std::size_t k) CLOUT_LAMBDA { apart[k] = zero; });
        for (Row i = rows.first + 1; i < rows.last; ++i) {
            const Pack<L>* position = &of.position[i * programmes];
            const Pack<L> weight = of.clout[i] * of.commitment[i];
            Pack<L> square = zero;
            each_programme<K>(programmes, [&](std::size_t k) CLOUT_LAMBDA {
                const Pack<L> off = position[k] - reference[k];
                apart[k] += weight * off;
                square += off * off;
            });
            potential += of.clout[i];
            committed += weight;
            scatter += weight * square;
        }
        Pack<L>* said = &state.caucuses.reference[caucus * programmes];
        each_programme<K>(programmes, [&](std::size_t k) CLOUT_LAMBDA {
            kept[k] = apart[k];
            said[k] = reference[k];
        });
        state.caucuses.potential[caucus] = potential;
        state.caucuses.committed[caucus] = committed;
        state.caucuses.scatter[caucus] = scatter;
    }
}

}  // namespace

template <int L>
void deliberate(const System& system, State<L>& state) {
    const std::size_t homes = system.homes.size();
    in_parts(state.crew, homes, grain(homes, system),
             [&](std::size_t first, std::size_t last, std::size_t part) {
                 if (first == last) return;
                 Deliberation<L> deliberation(system, state, state.scratch[part]);
                 with_programmes(system.programmes.size(), [&]<int K>() {
                     for (std::size_t h = first; h < last; ++h) {
                         if (state.round > 0) deliberation.template meet<K>(system.homes[h]);
                         gather<K>(system, state, system.bodies[system.homes[h]].caucuses);
                     }
                 });
             });
    if (state.round > 0 && RoundDraws(system).opinions) state.book.positions.close(state.round);
    const Span homeless = system.homeless_caucuses;
    in_parts(state.crew, homeless.size(), grain(homeless.size(), system),
             [&](std::size_t first, std::size_t last, std::size_t) {
                 const Span some{homeless.first + static_cast<Row>(first),
                                 homeless.first + static_cast<Row>(last)};
                 with_programmes(system.programmes.size(), [&]<int K>() { gather<K>(system, state, some); });
             });
}

template void deliberate<1>(const System&, State<1>&);
template void deliberate<8>(const System&, State<8>&);
template void deliberate<16>(const System&, State<16>&);

}  // namespace clout
