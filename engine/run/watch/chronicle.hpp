// One future (or the median path) told for somebody who asks why: what every phase did, as facts in plain
// numbers. It is written by watching a replicate between its phases, so that the phases themselves know
// nothing of it.
#pragma once

#include "engine/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct System;

struct Actor {  // an instance of a kind of organisation or body
    bool of_bodies = false;
    Row kind = 0, row = 0;     // of its kind, as in Scenario; of System::organisations or ::bodies
    PlaceId place;             // may not exist
    std::uint32_t number = 0;  // counts from 1
    std::string name;          // the instance's
};

struct SeatRecord {  // one that sat
    Actor who;
    double weight = 0;               // [share]     of the board's weight; the seats of a board sum to 1
    double votes = 0;                // [share]     of the votes that sat
    double standing = 0, voice = 0;  // ς; [clout]
    double salience = 0;             // (0..1]
    double papers = 0;               // [share]     θ π: part of the way to its position that its papers go
    bool conflicted = false;         // has the board's leaning instead of a position of its own
    std::vector<double> asks;        // [simplex]   (programmes)
    double committed = 0, mandate = 0, cohesion = 1, champion = 0;  // what a body's voice is made of
};

struct RedLineRecord {  // a line that bound
    ProgrammeId programme;
    double floor = 0, before = 0, after = 0;  // [share of the fund] the line, and the programme's part
    std::vector<std::string> held_by;         // entries of the board's members; empty = nobody in particular
    std::vector<double> programmes;           // [£m a year] what it moved in this round; sums to 0
    std::vector<double> sectors;              // [£m a year] the same by who delivers, before lapses
};

struct MinutesRecord {  // one fund at one of its boards
    FundId fund;
    PlaceId place;  // may not exist
    Actor board;
    double amount = 0;  // [£m a year] own money and what is exposed to it
    // [£m a year] What of it comes off before anything is divided: withheld after a deadlock or granted to
    // bodies; the top slice; the first call, and what its sector was short of when the last round ended.
    double taken_off = 0, sliced = 0, called = 0, gap = 0;
    std::vector<SeatRecord> seats;  // those that sat, in seat order
    std::vector<Actor> silent;      // those that did not
    bool decides = false, agreed = false;
    double dispersion = 0, patience = 1;  // D
    double chance = 0, draw = 0;          // [probability] of agreement; it came about where chance > draw
    double goodwill_before = 1, goodwill_after = 1;  // G
    double step = 1;  // [share]      of the way that inertia lets a split go in a round
    // [simplex] (programmes) before; the protocol's; as put to the vote; after the decision; after red lines
    std::vector<double> stood, proposed, tabled, moved, split;
    std::vector<RedLineRecord> red_lines;  // those that bound, in order
    std::vector<double> influence;  // [share]      who wrote it: (sectors + 1), the leanings' part last
};

struct OrganRecord {  // one kind of body that must say yes
    Row kind = 0;
    double assent = 1;  // [0..1] mean of its bodies, weighted with who stands behind them
    double least = 1;   // [0..1] of the most reluctant of them
    Actor reluctant;
    std::uint32_t bodies = 0;  // that anybody stands behind; none = it is not asked
};

struct ConsentRecord {  // a sector whose bodies sign off
    SectorId sector;
    std::vector<OrganRecord> organs;
    // [0..1] Means over tables: the organs' own; as paid, with imposition.
    double own = 1, uptake = 1;
    bool imposed = false;  // at any table
    // In a row, this one included, that what the organs gave was below the threshold: where it was longest.
    std::uint32_t rounds_below = 0;
};

struct LapseRecord {  // new money that was not taken up
    FundId fund;
    PlaceId place;  // may not exist
    SectorId from, to;
    double fresh = 0, lapsed = 0;  // [£m a year] what was new; what of it lapsed
};

struct HeirRecord {
    Actor who;
    double part = 0;  // [share] of what passed on
};

inline constexpr std::size_t kMostHeirs = 100;  // a sector of millions may inherit from one

// An organisation whose resilience is spent, or that is taken over before.
struct EndRecord {
    Actor who;
    SectorId sector;
    bool taken_over = false;     // else closed
    bool acquired = false;       // taken over though resilience was left
    double resilience = 0;       // V at the start of the round's events
    double total = 0, need = 0;  // [£m a year] paid in this round, needed
    double income = 0,
           patients = 0;  // [£m a year], [patients] that pass on where it closed
    double clout = 0;     // [clout] that passes on: spoken with (taken over), own (closed)
    // By part, the largest first and at most kMostHeirs of all; empty = there was nobody left.
    std::vector<HeirRecord> heirs;
    std::uint64_t heirs_in_all = 0;
};

struct ChampionRecord {
    Actor body;
    double clout = 0;  // that the body's voice loses
};

struct WearRecord {  // mandates of one kind of body, or the commitment of one sector
    Row row = 0;
    double before = 0, after = 0;  // [0..1] plain means over its bodies or independent organisations
};

struct RoundRecord {
    std::uint32_t round = 0;  // t
    double year = 0;          // t · dt
    std::vector<ConsentRecord> consents;
    std::vector<MinutesRecord> minutes;            // fund by fund, place by place
    std::vector<LapseRecord> lapses;               // fund by fund, place by place
    std::vector<EndRecord> ends;                   // home by home
    std::vector<ChampionRecord> champions;         // who left
    std::vector<WearRecord> mandates;              // of kinds of bodies that speak
    std::vector<WearRecord> commitments;           // of sectors that have organisations with a home
    std::vector<double> share, decided, received;  // of decided money; [£m a year] (sectors)
    double lapsed = 0, unspent = 0;                // [£m a year]
    std::uint64_t independent = 0, taken_over = 0, closed = 0;  // [organisations] after the round
};

struct Chronicle {
    std::uint32_t rounds = 0, rounds_per_year = 1;
    std::vector<RoundRecord> told;
};

// The median path where `replicate` is absent (MODEL.md 4). Takes the system over, as trace() does.
[[nodiscard]] Chronicle chronicle(System system, std::optional<std::uint64_t> replicate);

}  // namespace clout
