// A block of L replicates of one arm as lived: what changes while rounds are played. Units and shapes are
// written as in agent_figures.hpp.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/base/stream.hpp"
#include "engine/core/board_view.hpp"
#include "engine/run/luck_book.hpp"
#include "engine/run/money_figures.hpp"
#include "engine/system/system.hpp"

#include <array>
#include <vector>

namespace clout {

// An organisation whose resilience is spent in some replicates.
template <int L>
struct Failure {
    Row organisation;
    // Where it fails.
    Mask<L> in;
    // [clout] What it spoke with in this round.
    Pack<L> spoke;
    // Where it is taken over; elsewhere in `in` it closes.
    Mask<L> taken;
    // Where it is taken over though resilience was left.
    Mask<L> acquired;
    [[nodiscard]] CLOUT_INLINE Mask<L> closed() const { return in & !taken; }
};

// What one part of the organisations found.
template <int L>
struct Found {
    std::vector<Failure<L>> failures;  // in the order of rows
    std::size_t first = 0;             // their first row of State::failures
};

// A home in which some organisations fail.
template <int L>
struct StrickenHome {
    Span failures;     // rows of State::failures
    Mask<L> orphaned;  // where one that closed finds no heir at home
    Mask<L> moves;     // where what is left may go to another cell
};

// What a closed organisation leaves behind: its income, what it gets from outside the model, its base need,
// its patients and its clout.
template <int L>
using Estate = std::array<Pack<L>, 5>;

// The independent organisations that inherit an estate: in proportion to their income before this round's
// events, or equally where none of them had any.
template <int L>
struct Heirs {
    Pack<L> income{0.0};  // [£m a year] together
    Pack<L> heads{0.0};   // [organisations]
};

// Scratch memory of closures and takeovers, kept between rounds.
template <int L>
struct Succession {
    std::vector<StrickenHome<L>> homes;
    // [£m a year] (organisations) Before this round's events.
    Packs<L> income_before;
    // (cells), (sectors) Estates that found no heir nearer by.
    std::vector<Estate<L>> by_cell, by_sector;
    // (stretches), (cells), (sectors)
    std::vector<Heirs<L>> of_stretch, of_cell, of_sector;
    // The rows of `largest` that were searched for in this round.
    std::vector<Row> searched;
    // (cells + sectors) The row of the largest independent organisation; −1 = there is none, −2 = not
    // searched.
    Packs<L> largest;
};

// Sums over some organisations.
template <int L>
struct Count {
    Pack<L> income{0.0}, open{0.0}, independent{0.0}, other{0.0}, base{0.0}, list{0.0};
};

template <int L>
struct State {
    Luck<L> luck;
    // What organisations draw, some rounds ahead.
    LuckBook<L> book;
    // Counts from 0.
    std::uint32_t round = 0;
    // (slots) The scenario's numbers as drawn; those with dates as they stand in this round.
    Packs<L> number;
    // [years] (slots) The dates at which they were given; empty: none has dates.
    std::vector<double> since;
    Constants<L> fixed;
    OrganisationState<L> organisations;
    BodyState<L> bodies;
    CaucusState<L> caucuses;
    TableState<L> tables;
    MinutesState<L> minutes;
    SectorState<L> sectors;
    CellState<L> cells;
    SiteState<L> sites;
    CallState<L> calls;
    ControlState<L> control;
    // [£m a year] (funds) What protected funds expose in this round.
    Packs<L> exposed;
    // [£m a year] Over organisations not closed.
    Pack<L> sum_other{0.0}, sum_base{0.0};
    // [patients] Over organisations not closed.
    Pack<L> patients{0.0};
    // [organisations] Since the start.
    Pack<L> taken_over{0.0}, closed{0.0};
    // [£m a year]
    Pack<L> lapsed{0.0}, unspent{0.0};
    // Threads to share a phase with; null = this thread works alone.
    Crew* crew = nullptr;
    // (parts that are worked on at once)
    std::vector<Scratch<L>> scratch, protocol_scratch;
    // (parts) This round's failures.
    std::vector<Found<L>> found;
    // The same together, in the order of rows.
    std::vector<Failure<L>, Pages<Failure<L>>> failures;
    // [1 or 0] (bodies that offers are made to, offer by offer) Bought by that offer.
    Packs<L> deals;
    // [£m a year] Grants that were paid.
    Pack<L> granted{0.0};
    Succession<L> succession;
    // (stretches)
    std::vector<Count<L>> counts;

    State(const System& system, std::uint64_t first_replicate, Crew* shared = nullptr)
        : luck(system.seed, first_replicate),
          crew(shared),
          scratch(shared == nullptr ? 1 : shared->size() * kPartsPerThread),
          protocol_scratch(scratch.size()),
          found(scratch.size()) {}
    [[nodiscard]] const Pack<L>& operator[](Slot slot) const { return number[slot.row]; }
    // [years] from the date of a number to this round.
    [[nodiscard]] double years_since(const System& system, Slot slot) const {
        const double years = static_cast<double>(round) * system.dt;
        return since.empty() ? years : years - since[slot.row];
    }
};

}  // namespace clout
