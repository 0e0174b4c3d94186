#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

template <int L>
struct Voices {  // what a member brings to a body
    Pack<L> weight, potential, assent;
    const Pack<L>* will;
    const Pack<L>* message;
};

template <int L>
struct Speaker {
    const System& system;
    State<L>& state;
    Row body;
    const Pack<L>* leaning;  // (programmes)

    [[nodiscard]] CLOUT_INLINE Voices<L> member(const MemberLine& entry, Row row) const {
        const std::size_t programmes = system.programmes.size();
        const Pack<L>& share = state[entry.share];
        Voices<L> voices;
        if (entry.of_bodies) {
            const auto& of = state.bodies;
            voices = {share * of.voice[row], share * of.potential[row], of.assent[row],
                      &of.will[row * programmes], &of.message[row * programmes]};
        } else {
            const auto& of = state.organisations;
            const Pack<L> potential = share * of.clout[row];
            const Pack<L>* position = &of.position[row * programmes];
            voices = {potential * of.commitment[row], potential, of.commitment[row], position, position};
        }
        if (entry.conflicted) voices.will = voices.message = leaning;
        return voices;
    }

    [[nodiscard]] bool has_bodies() const {
        const Span entries = system.bodies[body].entries;
        bool any_body = false;
        for (Row e = entries.first; e < entries.last; ++e) any_body = any_body || system.entries[e].of_bodies;
        return any_body;
    }

    template <class Visit>
    void each_member(Visit&& visit) const {
        const Span entries = system.bodies[body].entries;
        for (Row e = entries.first; e < entries.last; ++e) {
            const MemberLine& entry = system.entries[e];
            for (Row at = entry.members.first; at < entry.members.last; ++at) {
                visit(entry, system.member[at], member(entry, system.member[at]));
            }
        }
    }
};

// E, C, assent, will and message, as sums over members; who is behind them, sector by sector.
template <int L>
void gather(const Speaker<L>& speaker) {
    const System& system = speaker.system;
    BodyState<L>& of = speaker.state.bodies;
    const std::size_t programmes = system.programmes.size(), columns = system.sectors.size() + 1;
    Pack<L>* will = &of.will[speaker.body * programmes];
    Pack<L>* message = &of.message[speaker.body * programmes];
    Pack<L>* sources = &of.sources[speaker.body * columns];
    const bool of_bodies = speaker.has_bodies();  // organisations say what they want: one sum serves for both
    Pack<L> committed(0.0), potential(0.0), assent(0.0);
    for (std::size_t k = 0; k < programmes; ++k) will[k] = message[k] = Pack<L>(0.0);
    for (std::size_t s = 0; s < columns; ++s) sources[s] = Pack<L>(0.0);
    speaker.each_member([&](const MemberLine& entry, Row row, const Voices<L>& voices) {
        committed += voices.weight;
        potential += voices.potential;
        assent += voices.potential * voices.assent;
        for (std::size_t k = 0; k < programmes; ++k) will[k] += voices.weight * voices.will[k];
        for (std::size_t k = 0; of_bodies && k < programmes; ++k)
            message[k] += voices.weight * voices.message[k];
        if (entry.conflicted) {
            sources[columns - 1] += voices.weight;
        } else if (entry.of_bodies) {
            for (std::size_t s = 0; s < columns; ++s)
                sources[s] += voices.weight * of.sources[row * columns + s];
        } else {
            sources[system.organisation_kinds[entry.kind].sector.row()] += voices.weight;
        }
    });
    for (std::size_t k = 0; !of_bodies && k < programmes; ++k) message[k] = will[k];
    of.committed[speaker.body] = committed;
    of.potential[speaker.body] = potential;
    const Pack<L> mandate = of.mandate[speaker.body];
    const Pack<L> below = select(potential > Pack<L>(0.0), assent / potential, Pack<L>(0.0));
    of.assent[speaker.body] = mandate + (Pack<L>(1.0) - mandate) * below;
}

// Brings the sums to means; fidelity dilutes the message with the leaning, never the disagreement.
template <int L>
void phrase(const Speaker<L>& speaker) {
    const System& system = speaker.system;
    BodyState<L>& of = speaker.state.bodies;
    const std::size_t programmes = system.programmes.size(), columns = system.sectors.size() + 1;
    const Row b = speaker.body;
    const Mask<L> speaks = of.committed[b] > Pack<L>(0.0);
    const Pack<L> scale = select(speaks, Pack<L>(1.0) / of.committed[b], Pack<L>(0.0));
    const Pack<L> fidelity = speaker.state[system.body_kinds[system.bodies[b].instance.kind].fidelity];
    const Pack<L> rest = Pack<L>(1.0) - fidelity;
    for (std::size_t k = 0; k < programmes; ++k) {
        of.will[b * programmes + k] *= scale;
        Pack<L>& message = of.message[b * programmes + k];
        message = fidelity * (message * scale) + rest * speaker.leaning[k];
    }
    for (std::size_t s = 0; s < columns; ++s) of.sources[b * columns + s] *= fidelity * scale;
    of.sources[b * columns + columns - 1] += rest;
    of.speaks[b] = select(speaks, Pack<L>(1.0), Pack<L>(0.0));
}

// How far the direct members want different things, and what that costs the voice.
template <int L>
void discount(const Speaker<L>& speaker) {
    const System& system = speaker.system;
    BodyState<L>& of = speaker.state.bodies;
    const std::size_t programmes = system.programmes.size();
    const Row b = speaker.body;
    const Pack<L>* will = &of.will[b * programmes];
    Pack<L> apart(0.0);
    speaker.each_member([&](const MemberLine&, Row, const Voices<L>& voices) {
        apart += voices.weight * distance(voices.will, will, programmes);
    });
    const Mask<L> speaks = of.committed[b] > Pack<L>(0.0);
    of.dispersion[b] = select(speaks, apart / of.committed[b], Pack<L>(0.0));
    of.cohesion[b] = exp(-of.dispersion[b] / speaker.state[system.dynamics.tolerance]);
    of.voice[b] =
        select(speaks, of.cohesion[b] * of.mandate[b] * of.committed[b] + of.champion[b], Pack<L>(0.0));
}

}  // namespace

template <int L>
void speak(const System& system, State<L>& state) {
    find_leanings(system, state);
    const std::size_t programmes = system.programmes.size();
    for (const Row b : system.speaking_order) {
        const Speaker<L> speaker{system, state, b,
                                 &state.bodies.leaning[system.bodies[b].leaning * programmes]};
        gather(speaker);
        phrase(speaker);
        discount(speaker);
    }
    take_up(system, state);
}

template void speak<1>(const System&, State<1>&);
template void speak<16>(const System&, State<16>&);

}  // namespace clout
