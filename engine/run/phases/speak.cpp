#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/programmes.hpp"

#include <utility>

namespace clout {
namespace {

// A body and its members, called up one after the other. K: the number of programmes, or 0 for any.
template <int L, int K>
class Speaker {
public:
    Speaker(const System& system, State<L>& state, Scratch<L>& scratch)
        : system_(system),
          state_(state),
          programmes_(system.programmes.size()),
          columns_(system.sectors.size() + 1),
          scratch_(scratch.reserve(4 * programmes_ + columns_)),
          whole_(scratch_ + programmes_) {}

    void speak(Row body) {
        body_ = body;
        leaning_ = &state_.bodies.leaning[system_.bodies[body].leaning * programmes_];
        message_ = &state_.bodies.message[body * programmes_];
        sources_ = &state_.bodies.sources[body * columns_];
        entries_ = system_.bodies[body].entries;
        of_bodies_ = false;
        for (Row e = entries_.first; e < entries_.last; ++e) of_bodies_ |= system_.entries[e].of_bodies;
        ByProgramme<K, L> apart(scratch_);
        const BodyKindPlan& kind = system_.body_kinds[system_.bodies[body].instance.kind];
        const Sums sums = kind.weighs_equally ? call_up_equally(apart) : call_up(apart);
        const Mask<L> speaks = sums.committed > Pack<L>(kFaintest);
        const Pack<L> scale = select(speaks, Pack<L>(1.0) / sums.committed, Pack<L>(0.0));
        find_will(sums, speaks, scale, apart);
        find_voice(sums, speaks);
        phrase(scale);
    }

private:
    // Where less stands behind a body, what its members want can no longer be told from rounding: it is
    // silent.
    static constexpr double kFaintest = 1e-200;

    struct Sums {  // over members: E, C, g C, and w ‖x − r‖²
        Pack<L> committed, potential, assent, scatter;

        CLOUT_INLINE void add(const Sums& more) {
            committed += more.committed;
            potential += more.potential;
            assent += more.assent;
            scatter += more.scatter;
        }
    };

    // One pass over the members: E, C and assent; how their wills lie about the first one's, so that nothing
    // cancels where they agree; messages, and who is behind them, sector by sector.
    CLOUT_INLINE Sums call_up(ByProgramme<K, L>& apart) {
        const Pack<L> zero(0.0);
        Sums sums{zero, zero, zero, zero};
        reference_ = nullptr;
        start_over(apart);
        for (Row e = entries_.first; e < entries_.last; ++e)
            sums.add(call_up_entry(system_.entries[e], apart));
        return sums;
    }

    CLOUT_INLINE void start_over(ByProgramme<K, L>& apart) {
        const Pack<L> zero(0.0);
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { apart[k] = zero; });
        for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message_[k] = zero;
        for (std::size_t s = 0; s < columns_; ++s) sources_[s] = zero;
    }

    CLOUT_INLINE Sums call_up_entry(const MemberLine& entry, ByProgramme<K, L>& apart) {
        const Sums part =
            entry.of_bodies ? call_up_bodies(entry, apart) : call_up_organisations(entry, apart);
        if (entry.conflicted) {
            sources_[columns_ - 1] += part.committed;
        } else if (!entry.of_bodies) {
            sources_[system_.organisation_kinds[entry.kind].sector.row()] += part.committed;
        }
        return part;
    }

    // An alliance of equals: in what it wants and says each entry that anybody stands behind counts as much
    // as any other, E / n of them; the voice is still what stands behind it.
    [[gnu::noinline]] Sums call_up_equally(ByProgramme<K, L>& apart) {
        const Pack<L> zero(0.0);
        Pack<L> entries = zero, *message = whole_ + programmes_, *sources = message + programmes_;
        Sums sums{zero, zero, zero, zero};
        reference_ = nullptr;
        for (std::size_t at = 0; at < 2 * programmes_ + columns_; ++at) whole_[at] = zero;
        for (Row e = entries_.first; e < entries_.last; ++e) {
            start_over(apart);
            const Sums part = call_up_entry(system_.entries[e], apart);
            const Mask<L> counts = part.committed > zero;
            const Pack<L> scale = select(counts, Pack<L>(1.0) / part.committed, zero);
            entries += where(counts, Pack<L>(1.0));
            for (std::size_t k = 0; k < programmes_; ++k) whole_[k] += scale * apart[k];
            for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message[k] += scale * message_[k];
            for (std::size_t s = 0; s < columns_; ++s) sources[s] += scale * sources_[s];
            sums.add({part.committed, part.potential, part.assent, scale * part.scatter});
        }
        const Pack<L> each = select(entries > zero, sums.committed / entries, zero);
        for (std::size_t k = 0; k < programmes_; ++k) apart[k] = each * whole_[k];
        for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message_[k] = each * message[k];
        for (std::size_t s = 0; s < columns_; ++s) sources_[s] = each * sources[s];
        sums.scatter *= each;
        return sums;
    }

    // Adds one member's w (x − r); its ‖x − r‖².
    CLOUT_INLINE Pack<L> scatter(const Pack<L>* wanted, const Pack<L>& weight,
                                 ByProgramme<K, L>& apart) const {
        const Pack<L>* reference = reference_;
        Pack<L> square(0.0);
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            const Pack<L> off = wanted[k] - reference[k];
            apart[k] += weight * off;
            square += off * off;
        });
        return square;
    }

    // Organisations say what they want: first a caucus at a time, then those who are in none.
    CLOUT_INLINE Sums call_up_organisations(const MemberLine& entry, ByProgramme<K, L>& apart) {
        const Pack<L> share = state_[entry.share], zero(0.0);
        Sums sums{zero, zero, zero, zero};
        for (Row at = entry.caucuses.first; at < entry.caucuses.last; ++at)
            sums.add(call_up_caucus(entry, system_.caucus_in[at], share, apart));
        const auto& of = state_.organisations;
        for (Row at = entry.singles.first; at < entry.singles.last; ++at) {
            const Row i = system_.single[at];
            const Pack<L>* wanted = will_of(entry, &of.position[i * programmes_]);
            const Pack<L> potential = share * of.clout[i], weight = potential * of.commitment[i];
            sums.add({weight, potential, weight, weight * scatter(wanted, weight, apart)});
            for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message_[k] += weight * wanted[k];
        }
        return sums;
    }

    [[nodiscard]] CLOUT_INLINE const Pack<L>* will_of(const MemberLine& entry, const Pack<L>* position) {
        const Pack<L>* will = entry.conflicted ? leaning_ : position;
        if (reference_ == nullptr) reference_ = will;
        return will;
    }

    // About this body's reference R its members lie Σ w (x − R) = Σ w (x − r) + (r − R) Σ w, and
    // Σ w ‖x − R‖² = Σ w ‖x − r‖² + 2 (r − R) Σ w (x − r) + ‖r − R‖² Σ w.
    CLOUT_INLINE Sums call_up_caucus(const MemberLine& entry, Row caucus, const Pack<L>& share,
                                     ByProgramme<K, L>& apart) {
        const CaucusState<L>& of = state_.caucuses;
        const Pack<L>* wanted = will_of(entry, &of.reference[caucus * programmes_]);
        const Pack<L> weight = share * of.committed[caucus], potential = share * of.potential[caucus];
        Pack<L> scattered(0.0);
        if (wanted != reference_) scattered = weight * scatter(wanted, weight, apart);
        for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message_[k] += weight * wanted[k];
        if (!entry.conflicted) {
            scattered += share * of.scatter[caucus];
            spread(&of.apart[caucus * programmes_], share, apart);
            if (wanted != reference_) scattered += share * across(caucus, wanted);
        }
        return {weight, potential, weight, scattered};
    }

    // Adds how members of a caucus lie about their own first.
    CLOUT_INLINE void spread(const Pack<L>* among, const Pack<L>& share, ByProgramme<K, L>& apart) {
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA { apart[k] += share * among[k]; });
        for (std::size_t k = 0; of_bodies_ && k < programmes_; ++k) message_[k] += share * among[k];
    }

    // 2 (r − R) Σ w (x − r)
    CLOUT_INLINE Pack<L> across(Row caucus, const Pack<L>* wanted) const {
        const Pack<L>*among = &state_.caucuses.apart[caucus * programmes_], *reference = reference_;
        Pack<L> sum(0.0);
        each_programme<K>(programmes_,
                          [&](std::size_t k) CLOUT_LAMBDA { sum += (wanted[k] - reference[k]) * among[k]; });
        return Pack<L>(2.0) * sum;
    }

    CLOUT_INLINE Sums call_up_bodies(const MemberLine& entry, ByProgramme<K, L>& apart) {
        const auto& of = state_.bodies;
        const Pack<L> share = state_[entry.share], zero(0.0);
        const auto will = [&](Row b) { return entry.conflicted ? leaning_ : &of.will[b * programmes_]; };
        if (reference_ == nullptr) reference_ = will(system_.member[entry.members.first]);
        Sums sums{zero, zero, zero, zero};
        for (Row at = entry.members.first; at < entry.members.last; ++at) {
            const Row b = system_.member[at];
            const Pack<L>*wanted = will(b),
                  *said = entry.conflicted ? leaning_ : &of.message[b * programmes_];
            // Whoever has been bought brings neither voice nor consent, but still stands for its members'
            // clout.
            const Pack<L> free = of.bought.empty() ? Pack<L>(1.0) : Pack<L>(1.0) - of.bought[b];
            const Pack<L> weight = free * (share * of.voice[b]), potential = share * of.potential[b];
            each_programme<K>(programmes_,
                              [&](std::size_t k) CLOUT_LAMBDA { message_[k] += weight * said[k]; });
            for (std::size_t s = 0; !entry.conflicted && s < columns_; ++s)
                sources_[s] += weight * of.sources[b * columns_ + s];
            sums.add({weight, potential, free * (potential * of.assent[b]),
                      weight * scatter(wanted, weight, apart)});
        }
        return sums;
    }

    // What members want, and how far apart: D = ½ Σ w ‖x − x̄‖² = ½ (Σ w ‖x − r‖² − ‖x̄ − r‖²), w summing to 1.
    CLOUT_INLINE void find_will(const Sums& sums, const Mask<L>& speaks, const Pack<L>& scale,
                                ByProgramme<K, L>& apart) {
        const Pack<L> zero(0.0);
        Pack<L>* will = &state_.bodies.will[body_ * programmes_];
        Pack<L> square(0.0);
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            const Pack<L> off = apart[k] * scale;
            square += off * off;
            // No part of a position is negative, whatever rounding says.
            will[k] = reference_ == nullptr ? zero : select(speaks, max(reference_[k] + off, zero), zero);
        });
        state_.bodies.dispersion[body_] = Pack<L>(0.5) * max(sums.scatter * scale - square, zero);
    }

    // What disagreement costs the voice, and what members assent to.
    CLOUT_INLINE void find_voice(const Sums& sums, const Mask<L>& speaks) {
        BodyState<L>& of = state_.bodies;
        const Pack<L> zero(0.0), one(1.0), mandate = of.mandate[body_];
        const Pack<L> cohesion = exp(-of.dispersion[body_] / state_[system_.dynamics.tolerance]);
        of.committed[body_] = sums.committed;
        of.potential[body_] = sums.potential;
        of.cohesion[body_] = cohesion;
        const Pack<L> voice = cohesion * mandate * sums.committed + of.champion[body_];
        of.voice[body_] = select(speaks & (voice > Pack<L>(kFaintest)), voice, zero);
        const Pack<L> below = select(sums.potential > zero, sums.assent / sums.potential, zero);
        of.assent[body_] = mandate + (one - mandate) * below;
        of.speaks[body_] = select(speaks, one, zero);
    }

    // Fidelity dilutes the message with the leaning, never the disagreement.
    CLOUT_INLINE void phrase(const Pack<L>& scale) {
        const Pack<L> fidelity = fidelity_of(system_, state_, body_), rest = Pack<L>(1.0) - fidelity;
        const Pack<L>* will = &state_.bodies.will[body_ * programmes_];
        each_programme<K>(programmes_, [&](std::size_t k) CLOUT_LAMBDA {
            const Pack<L> said = of_bodies_ ? message_[k] * scale : will[k];
            message_[k] = fidelity * said + rest * leaning_[k];
        });
        const Pack<L> kept = fidelity * scale;
        for (std::size_t s = 0; s < columns_; ++s) sources_[s] *= kept;
        sources_[columns_ - 1] += rest;
    }

    const System& system_;
    State<L>& state_;
    std::size_t programmes_, columns_;
    Row body_ = 0;
    Span entries_;
    bool of_bodies_ = false;  // organisations say what they want: one sum serves for both
    const Pack<L>*leaning_ = nullptr, *reference_ = nullptr;  // (programmes)
    Pack<L>*message_ = nullptr, *scratch_;                    // (programmes)
    Pack<L>* whole_;              // (2 × programmes + sectors + 1) sums over entries that weigh alike
    Pack<L>* sources_ = nullptr;  // (sectors + 1)
};

}  // namespace

template <int L>
void speak(const System& system, State<L>& state) {
    find_leanings(system, state);
    with_programmes(system.programmes.size(), [&]<int K>() {
        for (const Span level : system.levels) {
            in_parts(state.crew, level.size(), grain(level.size(), system),
                     [&](std::size_t first, std::size_t last, std::size_t part) {
                         Speaker<L, K> speaker(system, state, state.scratch[part]);
                         for (std::size_t at = first; at < last; ++at)
                             speaker.speak(system.speaking_order[level.first + at]);
                     });
        }
    });
    take_up(system, state);
}

template void speak<1>(const System&, State<1>&);
template void speak<8>(const System&, State<8>&);
template void speak<16>(const System&, State<16>&);

}  // namespace clout
