// One replicate (or the median path) told round by round in plain numbers, for reading rather than for
// statistics.
#pragma once

#include "engine/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct System;

struct SeatTrace {
    std::string name;   // the instance's
    double weight = 0;  // [share of the board's weight]; the seats of a board sum to 1
};

struct BoardTrace {
    FundId fund;
    PlaceId place;                 // may not exist
    std::vector<SeatTrace> seats;  // those that sat, in seat order
    bool agreed = false;
    double dispersion = 0;      // D
    double goodwill = 1;        // G, after the round
    std::vector<double> split;  // [share of the fund] (programmes), after the round
};

// What each seat of a table moves, sector by sector, in the last round (MODEL.md 8).
struct SeatLeverage {
    std::string name;           // the instance's
    std::vector<double> moved;  // [share] (sectors)
};
struct TableLeverage {
    FundId fund;
    PlaceId place;  // may not exist
    std::vector<SeatLeverage> seats;
};

struct RoundTrace {
    double year = 0;                              // t · dt
    std::vector<double> share;                    // of decided money (sectors)
    std::vector<double> decided, received;        // [£m a year] (sectors)
    std::vector<double> uptake;                   // [0..1] (sectors)
    std::vector<double> controlled;               // [£m a year] (sectors)
    double lapsed = 0, unspent = 0, granted = 0;  // [£m a year]
    std::vector<SectorId> imposed;
    std::vector<BoardTrace> boards;                             // fund by fund, place by place
    std::uint64_t independent = 0, taken_over = 0, closed = 0;  // [organisations] after the round
};

struct Trace {
    std::vector<RoundTrace> rounds;
    // Who wrote the last round's decision, fund by fund: a part per sector, then the leanings' part; sums
    // to 1.
    std::vector<std::vector<double>> influence;  // (funds; empty where protected) (sectors + 1)
    std::vector<TableLeverage> leverage{};       // of the last round: fund by fund, place by place
};

// The median path where `replicate` is absent (MODEL.md 4): for verification and teaching, never a finding.
// The system is the callee's, whose luck is switched off for it: hand over one that is not needed any more.
[[nodiscard]] Trace trace(System system, std::optional<std::uint64_t> replicate);

}  // namespace clout
