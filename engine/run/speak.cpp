#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/programmes.hpp"

#include <utility>

namespace clout {
namespace {

// A body and its members, called up one after the other.
template <int L>
class Speaker {
public:
    Speaker(const System& system, State<L>& state, Workspace<L>& workspace)
        : system_(system),
          state_(state),
          programmes_(system.programmes.size()),
          columns_(system.sectors.size() + 1),
          apart_(workspace.need(2 * programmes_)),
          apart_part_(apart_ + programmes_) {}

    void speak(Row body) {
        body_ = body;
        leaning_ = &state_.bodies.leaning[system_.bodies[body].leaning * programmes_];
        will_ = &state_.bodies.will[body * programmes_];
        message_ = &state_.bodies.message[body * programmes_];
        sources_ = &state_.bodies.sources[body * columns_];
        call_up();
        weigh();
        phrase();
    }

private:
    struct Sums {  // over members: E, C, g C, and w ‖x − r‖²
        Pack<L> committed, potential, assent, scatter;
    };

    // One pass over the members: E, C and assent; how their wills lie about the first one's, so that nothing
    // cancels where they agree; messages, and who is behind them, sector by sector.
    void call_up() {
        const Pack<L> zero(0.0);
        sums_ = {zero, zero, zero, zero};
        reference_ = nullptr;
        of_bodies_ = false;
        for (std::size_t k = 0; k < programmes_; ++k) apart_[k] = message_[k] = zero;
        for (std::size_t s = 0; s < columns_; ++s) sources_[s] = zero;
        const Span entries = system_.bodies[body_].entries;
        for (Row e = entries.first; e < entries.last; ++e) of_bodies_ |= system_.entries[e].of_bodies;
        for (Row e = entries.first; e < entries.last; ++e) {
            const MemberLine& entry = system_.entries[e];
            if (entry.members.size() == 0) continue;
            const Sums part =
                entry.of_bodies
                    ? call_up_bodies(entry)
                    : with_programmes(programmes_, [&]<int K>() { return call_up_organisations<K>(entry); });
            if (entry.conflicted) {
                sources_[columns_ - 1] += part.committed;
            } else if (!entry.of_bodies) {
                sources_[system_.organisation_kinds[entry.kind].sector.row()] += part.committed;
            }
            sums_.committed += part.committed;
            sums_.potential += part.potential;
            sums_.assent += part.assent;
            sums_.scatter += part.scatter;
        }
    }

    // Organisations say what they want.
    template <int K>
    Sums call_up_organisations(const MemberLine& entry) {
        const auto& of = state_.organisations;
        const Pack<L> share = state_[entry.share], zero(0.0);
        const auto will = [&](Row at) CLOUT_LAMBDA {
            return entry.conflicted ? leaning_ : &of.position[system_.member[at] * programmes_];
        };
        if (reference_ == nullptr) reference_ = will(entry.members.first);
        Sums sums{zero, zero, zero, zero};
        ByProgramme<K, L> apart(apart_part_);
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { apart[k] = zero; });
        for (Row at = entry.members.first; at < entry.members.last; ++at) {
            const Row i = system_.member[at];
            const Pack<L>* wanted = will(at);
            const Pack<L> potential = share * of.clout[i], weight = potential * of.commitment[i];
            Pack<L> square = zero;
            each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
                const Pack<L> off = wanted[k] - reference_[k];
                apart[k] += weight * off;
                square += off * off;
            });
            sums.committed += weight;
            sums.potential += potential;
            sums.assent += weight;
            sums.scatter += weight * square;
        }
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { apart_[k] += apart[k]; });
        for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k)
            message_[k] += sums.committed * reference_[k] + apart[k];
        return sums;
    }

    Sums call_up_bodies(const MemberLine& entry) {
        const auto& of = state_.bodies;
        const Pack<L> share = state_[entry.share], zero(0.0);
        const auto will = [&](Row b) { return entry.conflicted ? leaning_ : &of.will[b * programmes_]; };
        if (reference_ == nullptr) reference_ = will(system_.member[entry.members.first]);
        Sums sums{zero, zero, zero, zero};
        for (Row at = entry.members.first; at < entry.members.last; ++at) {
            const Row b = system_.member[at];
            const Pack<L>*wanted = will(b),
                  *said = entry.conflicted ? leaning_ : &of.message[b * programmes_];
            const Pack<L> weight = share * of.voice[b], potential = share * of.potential[b];
            Pack<L> square = zero;
            for (std::size_t k = 0; k < programmes_; ++k) {
                const Pack<L> off = wanted[k] - reference_[k];
                apart_[k] += weight * off;
                square += off * off;
                message_[k] += weight * said[k];
            }
            for (std::size_t s = 0; !entry.conflicted && s < columns_; ++s)
                sources_[s] += weight * of.sources[b * columns_ + s];
            sums.committed += weight;
            sums.potential += potential;
            sums.assent += potential * of.assent[b];
            sums.scatter += weight * square;
        }
        return sums;
    }

    // What members want and how far apart they want it, what that costs the voice, and what they assent to.
    void weigh() {
        BodyState<L>& of = state_.bodies;
        const Pack<L> zero(0.0), one(1.0);
        speaks_ = sums_.committed > zero;
        scale_ = select(speaks_, one / sums_.committed, zero);
        Pack<L> square(0.0);
        for (std::size_t k = 0; k < programmes_; ++k) {
            const Pack<L> apart = apart_[k] * scale_;
            square += apart * apart;
            will_[k] = reference_ == nullptr ? zero : select(speaks_, reference_[k] + apart, zero);
        }
        // D = ½ Σ w ‖x − x̄‖² = ½ (Σ w ‖x − r‖² − ‖x̄ − r‖²), w summing to 1.
        const Pack<L> dispersion = Pack<L>(0.5) * max(sums_.scatter * scale_ - square, zero);
        of.committed[body_] = sums_.committed;
        of.potential[body_] = sums_.potential;
        of.dispersion[body_] = dispersion;
        of.cohesion[body_] = exp(-dispersion / state_[system_.dynamics.tolerance]);
        of.voice[body_] = select(
            speaks_, of.cohesion[body_] * of.mandate[body_] * sums_.committed + of.champion[body_], zero);
        const Pack<L> mandate = of.mandate[body_];
        const Pack<L> below = select(sums_.potential > zero, sums_.assent / sums_.potential, zero);
        of.assent[body_] = mandate + (one - mandate) * below;
        of.speaks[body_] = select(speaks_, one, zero);
    }

    // Fidelity dilutes the message with the leaning, never the disagreement.
    void phrase() {
        const BodyKindPlan& kind = system_.body_kinds[system_.bodies[body_].instance.kind];
        const Pack<L> fidelity = state_[kind.fidelity], rest = Pack<L>(1.0) - fidelity;
        for (std::size_t k = 0; k < programmes_; ++k) {
            const Pack<L> said = of_bodies_ ? message_[k] * scale_ : will_[k];
            message_[k] = fidelity * said + rest * leaning_[k];
        }
        for (std::size_t s = 0; s < columns_; ++s) sources_[s] *= fidelity * scale_;
        sources_[columns_ - 1] += rest;
    }

    const System& system_;
    State<L>& state_;
    std::size_t programmes_, columns_;
    Row body_ = 0;
    bool of_bodies_ = false;  // organisations say what they want: one sum serves for both
    const Pack<L>*leaning_ = nullptr, *reference_ = nullptr;              // (programmes)
    Pack<L>*will_ = nullptr, *message_ = nullptr, *apart_, *apart_part_;  // (programmes)
    Pack<L>* sources_ = nullptr;                                          // (sectors + 1)
    Sums sums_;
    Pack<L> scale_;
    Mask<L> speaks_;
};

}  // namespace

template <int L>
void speak(const System& system, State<L>& state) {
    find_leanings(system, state);
    for (const Span level : system.levels) {
        in_parts(state.crew, level.size(), grain(level.size(), system),
                 [&](std::size_t first, std::size_t last, std::size_t part) {
                     Speaker<L> speaker(system, state, state.rooms[part]);
                     for (std::size_t at = first; at < last; ++at)
                         speaker.speak(system.speaking_order[level.first + at]);
                 });
    }
    take_up(system, state);
}

template void speak<1>(const System&, State<1>&);
template void speak<8>(const System&, State<8>&);
template void speak<16>(const System&, State<16>&);

}  // namespace clout
