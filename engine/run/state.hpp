// A block of L replicates of one arm as lived: what changes while rounds are played. Every Pack holds one
// figure of L replicates; shapes are given in brackets, units in square brackets.
#pragma once

#include "engine/base/lanes.hpp"
#include "engine/base/pages.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/stream.hpp"
#include "engine/core/board_view.hpp"
#include "engine/system/system.hpp"

#include <array>
#include <vector>

namespace clout {

template <int L>
using Packs = std::vector<Pack<L>, Pages<Pack<L>>>;
template <int L>
using Masks = std::vector<Mask<L>, Pages<Mask<L>>>;

template <int L>
struct OrganisationState {
    Packs<L> anchor,
        position;            // [simplex]      where it started, where it stands (organisations × programmes)
    Packs<L> income;         // [£m a year]    y; 0 once closed                  (organisations)
    Packs<L> other, base;    // [£m a year]    from outside the model; its need  (organisations)
    Packs<L> list;           // [patients]                                       (organisations)
    Packs<L> clout0, clout;  // [clout]        clout is 0 once it speaks no more (organisations)
    Packs<L> commitment0, commitment;  // [0..1]                                           (organisations)
    Packs<L> resilience;               // V, at most 1                                     (organisations)
    Masks<L> independent, open;        //                open = not closed                 (organisations)
    Packs<L> fate;  // [normal draws] of commitment and resilience, where drawn with the position's (× 2)
};

template <int L>
struct BodyState {
    Packs<L> will, message;         // [simplex]      what members want, what is said   (bodies × programmes)
    Packs<L> speaks;                // [1 or 0]       not silent                        (bodies)
    Packs<L> committed, potential;  // [clout]        E and C                           (bodies)
    Packs<L> dispersion, cohesion;  // D and χ                                          (bodies)
    Packs<L> voice;                 // [clout]        v                                 (bodies)
    Packs<L> assent;                // [0..1]         g                                 (bodies)
    Packs<L> mandate, champion;     // μ and h                                          (bodies)
    Packs<L> goodwill;              // G of boards                                      (bodies)
    Packs<L> sources;  // [share]        whose opinion the message is      (bodies × (sectors + 1))
    Packs<L> leaning;  // [simplex]      (leanings × programmes)
};

// Sums over a caucus, r the position of its first member.
template <int L>
struct CaucusState {
    Packs<L> potential, committed;  // [clout]  Σ c and Σ m c    (caucuses)
    Packs<L> apart;                 // [clout]  Σ m c (x − r)    (caucuses × programmes)
    Packs<L> reference;             // [simplex]  r              (caucuses × programmes)
    Packs<L> scatter;               // [clout]  Σ m c ‖x − r‖²   (caucuses)
};

template <int L>
struct TableState {
    Packs<L> split;             // [simplex]      x                                 (tables × programmes)
    Packs<L> proposed, target;  // [simplex]      the protocol's, and after papers  (tables × programmes)
    Packs<L> part;              // [share]        of its fund's amount; fixed       (tables)
    Packs<L> own, incoming;     // [£m a year]    its fund's amount, exposed to it  (tables)
    Packs<L> decides, agreed;   // [1 or 0]       anyone to decide; agreement       (tables)
    Packs<L> dispersion;        // D                                                (tables)
    Packs<L> seat_sits,
        seat_weight;              // [1 or 0], [share]                                (seats of all tables)
    std::vector<Row> first_seat;  // (tables + 1)
    Packs<L> influence;  // [share]        who wrote it                      (tables × (sectors + 1))
    Packs<L> allotted;   // [£m a year]    after top slice and shifts        (tables × sectors)
    Packs<L> lapsed;     // [£m a year]    that a sector did not take up     (tables × sectors)
};

template <int L>
struct SectorState {
    Packs<L> own_uptake, uptake;    // [0..1]         the organs' own; with imposition  (sectors)
    Packs<L> below;                 // [rounds]       in a row below the threshold      (sectors)
    Packs<L> imposed;               // [1 or 0]                                         (sectors)
    Packs<L> start_share, share;    // [share]        of decided money                  (sectors)
    Packs<L> decided, received;     // [£m a year]                                      (sectors)
    Packs<L> shifted_need;          // [£m a year]                                      (sectors)
    Packs<L> need_rate, need_head;  // the same by £m of income, and by head            (sectors)
    Packs<L> drift;                 // [a year]       of its members' commitment        (sectors)
    Packs<L> independent;           // [organisations]                                  (sectors)
    Packs<L> open, income;          // [organisations], [£m a year] of those not closed (sectors)
};

template <int L>
struct CellState {
    Packs<L> income, open;  // [£m a year], [organisations] not closed          (cells)
    Packs<L> pool;          // [£m a year]    for the organisations of a cell   (cells)
    Packs<L> rate, head;    // what is paid for each £m of income, and by head  (cells)
};

// Yearly figures brought to one round, and shares of delivery; fixed for a replicate.
template <int L>
struct Constants {
    Packs<L> delivery, shifted_delivery;  // [share]   T, and T after shifts       (programmes × sectors)
    Packs<L> status_quo, exposed_as;      // [simplex]                             (funds × programmes)
    Packs<L> stay;                        // inertia^dt                            (funds)
    Pack<L> quarrel, rub, mend;  // (1 − deadlock_cost)^dt, (1 − friction)^dt, 1 − (1 − recovery)^dt
    Pack<L> fade, leave;         // exp(− mandate_decay dt), 1 − exp(− champion_exit dt)
};

// An organisation whose resilience is spent in some replicates.
template <int L>
struct Failure {
    Row organisation;
    Mask<L> in;
    Pack<L> spoke;  // [clout] it spoke with in this round
    Mask<L> taken;  // over, of these; the others close
    [[nodiscard]] CLOUT_INLINE Mask<L> closed() const { return in & !taken; }
};

// What one part of the organisations found.
template <int L>
struct Found {
    std::vector<Failure<L>> failures;  // in the order of rows
    std::size_t first = 0;             // their first row of State::failures
};

// A home in which some fail.
template <int L>
struct StrickenHome {
    Span failures;     // rows of State::failures
    Mask<L> orphaned;  // where somebody closed finds no heir at home
    Mask<L> moves;     // where what is left may go to another cell
};

// What a closed organisation leaves: its patients stay, and with them its income, what it gets elsewhere, its
// need, their number, and its clout.
template <int L>
using Estate = std::array<Pack<L>, 5>;

// Those who inherit: independent; by their income before the events, equally where nobody had any.
template <int L>
struct Heirs {
    Pack<L> income{0.0}, heads{0.0};
};

// Room for closures and takeovers, kept between rounds.
template <int L>
struct Succession {
    std::vector<StrickenHome<L>> homes;
    Packs<L> income_before;                     // [£m a year] (organisations) before this round's events
    std::vector<Estate<L>> by_cell, by_sector;  // what found no heir nearer by
    std::vector<Heirs<L>> of_stretch, of_cell, of_sector;
    std::vector<Row> searched;  // groups whose largest is known: cells, then sectors
    Packs<L> largest;           // (cells + sectors) its row, −1 = nobody; below −1 = not searched
};

// Sums over some organisations.
template <int L>
struct Count {
    Pack<L> income{0.0}, open{0.0}, independent{0.0}, other{0.0}, base{0.0}, list{0.0};
};

template <int L>
struct State {
    Luck<L> luck;
    std::uint32_t round = 0;
    Packs<L> number;  // (slots) the scenario's numbers as drawn
    Constants<L> fixed;
    OrganisationState<L> organisations;
    BodyState<L> bodies;
    CaucusState<L> caucuses;
    TableState<L> tables;
    SectorState<L> sectors;
    CellState<L> cells;
    Packs<L> exposed;                       // [£m a year] (funds) what protected funds expose in this round
    Pack<L> sum_other{0.0}, sum_base{0.0};  // [£m a year] over organisations not closed
    Pack<L> patients{0.0};                  // [patients]  over organisations not closed
    Pack<L> taken_over{0.0}, closed{0.0};   // [organisations]
    Pack<L> lapsed{0.0}, unspent{0.0};      // [£m a year]
    Crew* crew = nullptr;                   // threads to share a phase with; none: alone
    std::vector<Workspace<L>> rooms, protocol_rooms;      // (parts that are worked on at once)
    std::vector<Found<L>> found;                          // (parts) this round's failures
    std::vector<Failure<L>, Pages<Failure<L>>> failures;  // the same together, in the order of rows
    Succession<L> succession;
    std::vector<Count<L>> counts;  // (stretches)

    State(const System& system, std::uint64_t first_replicate, Crew* shared = nullptr)
        : luck(system.seed, first_replicate),
          crew(shared),
          rooms(shared == nullptr ? 1 : shared->size() * kPartsPerThread),
          protocol_rooms(rooms.size()),
          found(rooms.size()) {}
    [[nodiscard]] const Pack<L>& operator[](Slot slot) const { return number[slot.row]; }
};

}  // namespace clout
