// All that a protocol may see of a board: its seats, and the split that stands. Every figure holds L
// replicates.
#pragma once

#include "engine/base/lanes.hpp"

#include <concepts>
#include <cstddef>
#include <string_view>
#include <vector>

namespace clout {

template <int L>
struct BoardView {
    std::size_t seats = 0, programmes = 0;
    const Pack<L>* sits = nullptr;        // [1 or 0]          whether the seat sits in that replicate (seats)
    const Pack<L>* weight = nullptr;      // [share, sums to 1] 0 where it does not sit                (seats)
    const Pack<L>* salience = nullptr;    // (0..1]            how much it cares                       (seats)
    const Pack<L>* votes = nullptr;       // [votes]           0 where it does not sit                 (seats)
    const Pack<L>* initiative = nullptr;  // [0..1]            readiness to table papers               (seats)
    const Pack<L>* position =
        nullptr;  // [simplex]         the split it asks for                   (seats × programmes)
    const Pack<L>* standing = nullptr;  // [simplex]         the split x that stands now (programmes)
    Pack<L> quota{0.5};                 // (0..1]            part of the votes that a majority exceeds
    Pack<L> reversion{0.5};             // [0..0.99]         δ: what a breakdown leaves of the standing split
    Pack<L> chance{0.5};                // (0..1)            this negotiation's own luck, for rules that draw
    bool stochastic = true;             // false: a choice falls on the likeliest alternative
};

// Room to work in, kept between rounds so that a warm round allocates nothing.
template <int L>
struct Workspace {
    std::vector<Pack<L>> packs;
    [[nodiscard]] Pack<L>* need(std::size_t count) {
        if (packs.size() < count) packs.resize(count);
        return packs.data();
    }
};

// The contract of the shelf: the members are types without state, `decide` writes a split (programmes) that
// is a point of the simplex wherever at least one seat has weight, and may read nothing but its view.
template <class P>
concept Protocol = requires(const BoardView<1>& view, Workspace<1>& room, Pack<1>* split) {
    { P::kName } -> std::convertible_to<std::string_view>;
    { P::kSummary } -> std::convertible_to<std::string_view>;
    {
        P::kTakesPapers
        } -> std::convertible_to<bool>;  // whether agenda power acts on its result (model.md 6.3)
    {P::template decide<1>(view, room, split)};
};

}  // namespace clout
