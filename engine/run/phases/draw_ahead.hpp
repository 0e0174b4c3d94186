// What organisations draw, made some rows ahead for those that are walked in the order of their rows: many
// names at once cost less each.
#pragma once

#include "engine/base/stream.hpp"
#include "engine/run/state.hpp"

#include <algorithm>
#include <span>

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

// The names of some organisations, no more than kRowsAhead, side by side: written into `names`.
[[nodiscard]] inline std::span<const std::uint64_t> names_of(const System& system, Span organisations,
                                                             std::uint64_t (&names)[kRowsAhead]) {
    for (Row i = organisations.first; i < organisations.last; ++i)
        names[i - organisations.first] = system.organisations[i].name;
    return {names, organisations.size()};
}

// What organisations draw once, before the first round.
template <int L>
class DrawAhead {
public:
    // For one purpose, of organisations before row `last`. Works in `scratch` (kRowsAhead).
    DrawAhead(const System& system, const Luck<L>& luck, Purpose purpose, Row last, Pack<L>* scratch)
        : system_(system), luck_(luck), purpose_(purpose), last_(last), scratch_(scratch) {}

    // The draw of one organisation; good until the next call, whose row must not be lower.
    [[nodiscard]] const Pack<L>& of(Row organisation) {
        if (organisation >= end_) draw_from(organisation);
        return scratch_[organisation - start_];
    }

private:
    void draw_from(Row start) {
        start_ = start;
        end_ = std::min(start + kRowsAhead, last_);
        std::uint64_t names[kRowsAhead];
        luck_.normals(names_of(system_, {start_, end_}, names), 0, purpose_, 0, 1, scratch_);
    }

    const System& system_;
    const Luck<L>& luck_;
    Purpose purpose_;
    Row start_ = 0, end_ = 0, last_;
    Pack<L>* scratch_;
};

}  // namespace clout
