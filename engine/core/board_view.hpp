// All that a protocol may see of a board: its seats, and the split that stands. Every figure holds L
// replicates.
#pragma once

#include "engine/base/lanes.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace clout {

template <int L>
struct BoardView {
    std::size_t seats = 0, programmes = 0;
    // [1 or 0] (seats) Whether the seat sits in that replicate.
    const Pack<L>* sits = nullptr;
    // [share] (seats) Sums to 1; 0 where the seat does not sit.
    const Pack<L>* weight = nullptr;
    // (0..1] (seats) How much the seat cares.
    const Pack<L>* salience = nullptr;
    // [votes] (seats) 0 where the seat does not sit.
    const Pack<L>* votes = nullptr;
    // [0..1] (seats) Readiness to table papers.
    const Pack<L>* initiative = nullptr;
    // [simplex] (seats × programmes) The split that the seat asks for.
    const Pack<L>* position = nullptr;
    // [simplex] (programmes) The split x that stands now.
    const Pack<L>* standing = nullptr;
    // (0..1] The part of the votes that a majority exceeds.
    Pack<L> quota{0.5};
    // [0..0.99] δ: what a breakdown leaves of the standing split.
    Pack<L> reversion{0.5};
    // (0..1) This negotiation's own luck, for protocols that draw.
    Pack<L> chance{0.5};
    // Where false, a choice falls on the likeliest alternative.
    bool stochastic = true;
};

// Memory to work in, kept between rounds so that a warm round allocates nothing.
template <int L>
struct Scratch {
    std::vector<Pack<L>> packs, copies;
    std::vector<std::size_t> rows;
    std::vector<double> figures;    // of one replicate
    std::vector<Scratch<1>> alone;  // one at most: for protocols that take their replicates one by one
    // For what may take long: once this answers true, what is decided does not matter any more. Null = never.
    const std::function<bool()>* stop = nullptr;
    [[nodiscard]] bool stopped() const { return stop != nullptr && *stop && (*stop)(); }
    // The first of at least `count` packs. What an earlier call returned must not be used any more.
    [[nodiscard]] Pack<L>* reserve(std::size_t count) {
        if (packs.size() < count) packs.resize(count);
        return packs.data();
    }
    [[nodiscard]] Pack<L>* reserve_copies(std::size_t count) {
        if (copies.size() < count) copies.resize(count);
        return copies.data();
    }
    [[nodiscard]] Scratch<1>& reserve_alone() {
        if (alone.empty()) alone.resize(1);
        return alone.front();
    }
    [[nodiscard]] double* reserve_figures(std::size_t count) {
        if (figures.size() < count) figures.resize(count);
        return figures.data();
    }
    [[nodiscard]] std::size_t* reserve_rows(std::size_t count) {
        if (rows.size() < count) rows.resize(count);
        return rows.data();
    }
};

// The contract of the shelf: the members are types without state, `decide` writes a split (programmes) that
// is a point of the simplex wherever at least one seat has weight, and may read nothing but its view.
template <class P>
concept Protocol = requires(const BoardView<1>& view, Scratch<1>& scratch, Pack<1>* split) {
    { P::kName } -> std::convertible_to<std::string_view>;
    { P::kSummary } -> std::convertible_to<std::string_view>;
    // Whether agenda power acts on its result (MODEL.md 6.3).
    { P::kTakesPapers } -> std::convertible_to<bool>;
    {P::template decide<1>(view, scratch, split)};
};

}  // namespace clout
