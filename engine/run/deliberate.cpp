#include "engine/run/draw_ahead.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/programmes.hpp"

namespace clout {
namespace {

// Some homes, one after the other.
template <int L>
class Deliberation {
public:
    Deliberation(const System& system, State<L>& state, Row last, Workspace<L>& workspace)
        : system_(system),
          state_(state),
          programmes_(system.programmes.size()),
          drawn_(system),
          noise_(state[system.dynamics.opinion_noise]),
          each_(drawn_.together ? drawn_.pair + 2 : programmes_),
          heard_(workspace.need(4 * programmes_ + DrawAhead<L>::kAhead * each_)),
          pull_(heard_ + programmes_),
          next_(pull_ + programmes_),
          colleagues_(next_ + programmes_),
          draws_(system, state.luck, state.round, Purpose::round, 0, each_, last, colleagues_ + programmes_) {
    }

    // K: the number of programmes, or 0 for any.
    template <int K>
    void meet(Row body) {
        const BodyPlan& home = system_.bodies[body];
        hear_colleagues<K>(home.home_of);
        hear_feedback(home, body);
        kind_ = kNoRow;
        for (Row i = home.home_of.first; i < home.home_of.last; ++i) {
            listen_as(system_.organisations[i].kind);
            drawn_.opinions ? update<K, true>(i) : update<K, false>(i);
        }
    }

private:
    // P: the income-weighted mean position of those whose home it is; a plain mean where nobody has income.
    template <int K>
    void hear_colleagues(Span home) {
        const auto& of = state_.organisations;
        const Pack<L> zero(0.0), one(1.0);
        const Pack<L> total =
            sum_up<K>(home, [&](Row i) CLOUT_LAMBDA { return of.income[i] * of.independent[i]; });
        const Mask<L> paid = total > zero;
        if (all(paid)) return scale_colleagues(one / total);
        const Pack<L> heads = sum_up<K>(
            home, [&](Row i) CLOUT_LAMBDA { return select(paid, of.income[i], one) * of.independent[i]; });
        scale_colleagues(one / select(heads > zero, heads, one));
    }

    // Σ weight and Σ weight · position.
    template <int K, class Weight>
    Pack<L> sum_up(Span home, Weight weight_of) {
        const Pack<L> zero(0.0);
        Pack<L> total = zero;
        ByProgramme<K, L> sum(colleagues_);
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { sum[k] = zero; });
        for (Row i = home.first; i < home.last; ++i) {
            const Pack<L> weight = weight_of(i);
            const Pack<L>* position = &state_.organisations.position[i * programmes_];
            total += weight;
            each_programme<K>(programmes_,
                              [&](std::size_t k) CLOUT_LAMBDA { sum[k] += weight * position[k]; });
        }
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { colleagues_[k] = sum[k]; });
        return total;
    }

    void scale_colleagues(const Pack<L>& scale) {
        for (std::size_t k = 0; k < programmes_; ++k) colleagues_[k] *= scale;
    }

    // (1 − f) P + f Q, Q what is said above; where nothing is, P.
    void hear_feedback(const BodyPlan& home, Row body) {
        const Row above = home.parent == kNoRow ? body : home.parent;
        const Mask<L> speaks = state_.bodies.speaks[above] > Pack<L>(0.0);
        const Pack<L> feedback = state_[system_.body_kinds[home.instance.kind].feedback];
        const Pack<L>* message = &state_.bodies.message[above * programmes_];
        for (std::size_t k = 0; k < programmes_; ++k) {
            const Pack<L> said = select(speaks, message[k], colleagues_[k]);
            heard_[k] = (Pack<L>(1.0) - feedback) * colleagues_[k] + feedback * said;
        }
    }

    // λ and λ heard, which those of one kind share.
    void listen_as(Row kind) {
        if (kind == kind_) return;
        kind_ = kind;
        const Pack<L> listens = state_[system_.organisation_kinds[kind].susceptibility];
        keeps_ = Pack<L>(1.0) - listens;
        for (std::size_t k = 0; k < programmes_; ++k) pull_[k] = listens * heard_[k];
    }

    // N[ (1 − λ) a + λ heard + noise ξ ]
    template <int K, bool Noisy>
    void update(Row i) {
        auto& of = state_.organisations;
        const Pack<L>* anchor = &of.anchor[i * programmes_];
        const Pack<L>* draws = Noisy ? draws_.of(i) : nullptr;
        const Pack<L> keeps = keeps_, noise = noise_, zero(0.0);
        ByProgramme<K, L> next(next_);
        Pack<L> sum = zero;
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            Pack<L> moved = keeps * anchor[k] + pull_[k];
            if (Noisy) moved += noise * draws[k];
            next[k] = max(moved, zero);
            sum += next[k];
        });
        // Noise that leaves nothing at all leaves the position where it was.
        const Mask<L> moves = (of.independent[i] > zero) & (sum > zero);
        const Pack<L> scale = Pack<L>(1.0) / sum;
        Pack<L>* position = &of.position[i * programmes_];
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            position[k] = select(moves, next[k] * scale, position[k]);
        });
        if (Noisy && drawn_.together) {
            of.fate[2 * i] = draws[drawn_.pair];
            of.fate[2 * i + 1] = draws[drawn_.pair + 1];
        }
    }

    const System& system_;
    State<L>& state_;
    std::size_t programmes_;
    RoundDraws drawn_;
    Pack<L> noise_;
    std::size_t each_;  // draws an organisation
    Row kind_ = kNoRow;
    Pack<L> keeps_{0.0};                           // 1 − λ of the kind last met
    Pack<L>*heard_, *pull_, *next_, *colleagues_;  // (programmes)
    DrawAhead<L> draws_;
};

}  // namespace

template <int L>
void deliberate(const System& system, State<L>& state) {
    if (state.round == 0) return;
    const std::size_t homes = system.homes.size();
    in_parts(state.crew, homes, grain(homes, system),
             [&](std::size_t first, std::size_t last, std::size_t part) {
                 if (first == last) return;
                 const Row end = system.bodies[system.homes[last - 1]].home_of.last;
                 Deliberation<L> deliberation(system, state, end, state.rooms[part]);
                 with_programmes(system.programmes.size(), [&]<int K>() {
                     for (std::size_t h = first; h < last; ++h)
                         deliberation.template meet<K>(system.homes[h]);
                 });
             });
}

template void deliberate<1>(const System&, State<1>&);
template void deliberate<8>(const System&, State<8>&);
template void deliberate<16>(const System&, State<16>&);

}  // namespace clout
