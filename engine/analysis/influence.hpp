// Who wrote the decision, how a voice shrinks on its way up, and what a seat's votes are worth (MODEL.md 8).
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/concentration.hpp"
#include "engine/analysis/power_index.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace clout {

struct System;

struct Author {
    std::string
        name;      // a sector, a kind of organisation or an organisation; "leaning": what bodies said unasked
    Summary part;  // [share of the decisions of the last round]
    Summary money;  // [share of decided money] in that round; of sectors only
    double votes =
        0;  // [share of all votes] its own seats', over all decided funds by amount; of sectors only
};

// One step of the voice ladder. What is left of a voice is its part in the message said there.
struct LadderStep {
    std::string name;  // of the body, or of the fund where the voice meets the decision
    bool decision = false;
    Summary one;     // [share] one organisation's part
    Summary sector;  // [share] its whole sector's part
};

// What one stage of the way up leaves of a voice that passes through it, each from 0 (all is taken) to 1
// (nothing is); means over replicates. `left` is what is left of the organisation's own clout after it, with
// all that earlier stages took.
struct Toll {
    std::string name;  // of the body, or of the board at the end of the way
    bool board = false;
    double split = 1, commitment = 1;  // its share of voice spent here; how far it stands behind what is said
    double cohesion = 1, mandate = 1, fidelity = 1;
    double standing = 1;  // boards: partner or somebody to be handled
    double votes = 1;     // boards: its seat's weight for each part of the voices that sit; above 1 =
                          // votes lift it
    double left = 1;
};

struct SeatPower {
    std::string name;  // of the entry; of a bloc where seats vote as one
    std::uint32_t seats = 1;
    double votes = 0;   // [share of the board's votes], all seats together
    VotingPower power;  // of all its seats together, each voting for itself (of the bloc where it is one)
    Summary weight;     // [share of the board's weight in the last round]
};

struct BoardPower {
    std::string fund, board;
    bool counted = true;  // false: stopped before the two indices were known
    std::vector<SeatPower> seats;
};

struct InfluenceReport {
    std::size_t replicates = 0;          // finished; 0 = nothing else is filled in
    std::vector<Author> sectors, kinds;  // each sums to 1 with the leanings
    std::vector<Author> organisations;   // those that wrote most, at most as many as asked for
    Concentration influence, money;      // over organisations; over the replicates' mean parts
    std::string organisation;            // the one whose ladder it is: the first of the focus sector
    std::vector<LadderStep> ladder;      // from its own body up to the decisions
    std::vector<Toll> tolls;             // along its first way up: home, then each body's first body above it
    std::vector<BoardPower> boards;      // the first board of every decided fund
};

struct InfluenceOptions {
    std::size_t replicates = 200;
    std::size_t organisations = 10;  // how many are named
    Workers workers;
    std::function<bool()> stop;  // asked between blocks of replicates, and while coalitions are counted
};

// Reads the decision of the last round, before anybody has adapted to it.
[[nodiscard]] InfluenceReport report_influence(const System& system, const InfluenceOptions& options);

}  // namespace clout
