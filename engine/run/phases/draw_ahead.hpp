// What organisations draw in a round, made some rows ahead for those that are walked in the order of their
// rows: many names at once cost less each.
#pragma once

#include "engine/base/stream.hpp"
#include "engine/system/system.hpp"

#include <algorithm>

namespace clout {

// The draws of one organisation in one round are one sequence: first its position's, one a programme, then a
// pair for its commitment and its resilience. Four come from one block of words; where the pair falls into
// the block that the position's end in, `deliberate` makes it too and keeps it for `adapt`.
struct RoundDraws {
    explicit RoundDraws(const System& system)
        : pair((system.programmes.size() + 1) / 2 * 2),
          opinions(drawn(system, system.dynamics.opinion_noise)),
          fates(drawn(system, system.dynamics.commitment_noise) || drawn(system, system.dynamics.shock)),
          together(opinions && fates && pair % 4 == 2) {}

    std::size_t pair;  // where in the sequence the pair starts
    bool opinions;     // whether this scenario draws noise for positions
    bool fates;        // whether it draws noise for commitment or for resilience
    bool together;     // whether `deliberate` makes the pair, too, from the block in which its own draws end

private:
    static bool drawn(const System& system, Slot noise) {
        return system.stochastic && !system.constant_zero(noise);
    }
};

template <int L>
class DrawAhead {
public:
    // [rows] As many as fit into the nearest cache together with the organisations that they are for.
    static constexpr Row kAhead = 16;

    // Numbers first … first + each − 1, for one purpose in one round, of organisations before row `last`.
    // Works in `scratch` (kAhead × each).
    DrawAhead(const System& system, const Luck<L>& luck, std::uint32_t round, Purpose purpose,
              std::size_t first, std::size_t each, Row last, Pack<L>* scratch)
        : system_(system),
          luck_(luck),
          round_(round),
          purpose_(purpose),
          first_(first),
          each_(each),
          last_(last),
          scratch_(scratch) {}

    // The draws of one organisation (each); good until the next call, whose row must not be lower.
    [[nodiscard]] const Pack<L>* of(Row organisation) {
        if (organisation >= end_) draw_from(organisation);
        return scratch_ + (organisation - start_) * each_;
    }

private:
    void draw_from(Row start) {
        start_ = start;
        end_ = std::min(start + kAhead, last_);
        std::uint64_t names[kAhead];
        for (Row i = start_; i < end_; ++i) names[i - start_] = system_.organisations[i].name;
        luck_.normals({names, end_ - start_}, round_, purpose_, first_, each_, scratch_);
    }

    const System& system_;
    const Luck<L>& luck_;
    std::uint32_t round_;
    Purpose purpose_;
    std::size_t first_, each_;
    Row start_ = 0, end_ = 0, last_;
    Pack<L>* scratch_;
};

}  // namespace clout
