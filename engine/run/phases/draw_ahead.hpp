// What organisations draw, made some rows ahead for those that are walked in the order of their rows: many
// names at once cost less each.
#pragma once

#include "engine/base/stream.hpp"
#include "engine/run/state.hpp"

#include <algorithm>

namespace clout {

// Normal draws of some organisations for every programme, addressed by both names together: `each` numbers
// for each programme, out (organisations × programmes × each).
template <int L>
void draw_by_programme(const System& system, const Luck<L>& luck, Span organisations, std::uint32_t round,
                       Purpose purpose, std::size_t each, Pack<L>* out) {
    constexpr std::size_t kAbreast = 64;
    const std::size_t programmes = system.programmes.size(), count = organisations.size() * programmes;
    std::uint64_t names[kAbreast];
    Row i = organisations.first;
    std::size_t k = 0;
    for (std::size_t first = 0; first < count; first += kAbreast) {
        const std::size_t some = std::min(kAbreast, count - first);
        for (std::size_t at = 0; at < some; ++at) {
            names[at] = system.organisations[i].name ^ system.programme_names[k];
            if (++k == programmes) ++i, k = 0;
        }
        luck.normals({names, some}, round, purpose, 0, each, out + first * each);
    }
}

// [rows] As many as fit into the nearest cache together with the organisations that they are for.
inline constexpr Row kRowsAhead = 16;

template <int L>
class DrawAhead {
public:
    static constexpr Row kAhead = kRowsAhead;

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
