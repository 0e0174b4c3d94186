#include "engine/run/phases.hpp"

namespace clout {
namespace {

template <int L>
struct Hearing {  // what every organisation of one home hears
    const System& system;
    State<L>& state;
    const Pack<L>* heard;  // (1 − f) P + f Q (programmes)
    bool noisy;
    Pack<L> noise;
};

// P: the income-weighted mean position of those whose home it is; a plain mean where nobody has income.
template <int L>
void mean_position(const System& system, const State<L>& state, Span home, Pack<L>* mean) {
    const std::size_t programmes = system.programmes.size();
    const auto& of = state.organisations;
    Pack<L> total(0.0), heads(0.0);
    for (Row i = home.first; i < home.last; ++i) {
        total += of.income[i] * of.independent[i];
        heads += of.independent[i];
    }
    const Mask<L> paid = total > Pack<L>(0.0);
    const Pack<L> sum = select(paid, total, max(heads, Pack<L>(1.0)));
    const Pack<L> scale = Pack<L>(1.0) / sum;
    for (std::size_t k = 0; k < programmes; ++k) mean[k] = Pack<L>(0.0);
    for (Row i = home.first; i < home.last; ++i) {
        const Pack<L> weight = of.independent[i] * select(paid, of.income[i], Pack<L>(1.0)) * scale;
        const Pack<L>* position = &of.position[i * programmes];
        for (std::size_t k = 0; k < programmes; ++k) mean[k] += weight * position[k];
    }
}

// N[ (1 − λ) a + λ heard + noise ξ ]
template <int L>
void update(const Hearing<L>& hearing, Row i, Pack<L>* room) {
    const System& system = hearing.system;
    auto& of = hearing.state.organisations;
    const std::size_t programmes = system.programmes.size();
    const Pack<L> listens =
        hearing.state[system.organisation_kinds[system.organisations[i].kind].susceptibility];
    const Pack<L> keeps = Pack<L>(1.0) - listens;
    const Pack<L>* anchor = &of.anchor[i * programmes];
    Pack<L>* position = &of.position[i * programmes];
    Pack<L> sum(0.0);
    if (hearing.noisy) {
        hearing.state.luck.normals({system.organisations[i].name, hearing.state.round, Purpose::opinion, 0},
                                   {room, programmes});
    }
    for (std::size_t k = 0; k < programmes; ++k) {
        Pack<L> next = keeps * anchor[k] + listens * hearing.heard[k];
        if (hearing.noisy) next += hearing.noise * room[k];
        room[k] = max(next, Pack<L>(0.0));
        sum += room[k];
    }
    // Noise that leaves nothing at all leaves the position where it was.
    const Mask<L> moves = (of.independent[i] > Pack<L>(0.0)) & (sum > Pack<L>(0.0));
    const Pack<L> scale = Pack<L>(1.0) / sum;
    for (std::size_t k = 0; k < programmes; ++k) position[k] = select(moves, room[k] * scale, position[k]);
}

}  // namespace

template <int L>
void deliberate(const System& system, State<L>& state) {
    if (state.round == 0) return;
    const std::size_t programmes = system.programmes.size();
    Pack<L>* heard = state.room.need(3 * programmes);
    const DynamicsPlan& dynamics = system.dynamics;
    const bool noisy = system.stochastic && !system.constant_zero(dynamics.opinion_noise);
    for (const Row b : system.speaking_order) {
        const BodyPlan& home = system.bodies[b];
        if (home.home_of.size() == 0) continue;
        Pack<L>* colleagues = heard + programmes;
        mean_position(system, state, home.home_of, colleagues);
        const Row above = home.parent == kNoRow ? b : home.parent;
        const Mask<L> speaks = state.bodies.speaks[above] > Pack<L>(0.0);
        const Pack<L> feedback = state[system.body_kinds[home.instance.kind].feedback];
        for (std::size_t k = 0; k < programmes; ++k) {
            const Pack<L> said = select(speaks, state.bodies.message[above * programmes + k], colleagues[k]);
            heard[k] = (Pack<L>(1.0) - feedback) * colleagues[k] + feedback * said;
        }
        const Hearing<L> hearing{system, state, heard, noisy, state[dynamics.opinion_noise]};
        for (Row i = home.home_of.first; i < home.home_of.last; ++i)
            update(hearing, i, heard + 2 * programmes);
    }
}

template void deliberate<1>(const System&, State<1>&);
template void deliberate<16>(const System&, State<16>&);

}  // namespace clout
