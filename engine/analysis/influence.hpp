// Who wrote the decision, how a voice shrinks on its way up, and what a seat's votes are worth (MODEL.md 8).
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/concentration.hpp"
#include "engine/analysis/power_index.hpp"
#include "engine/analysis/voice_map.hpp"
#include "engine/run/watch/chronicle.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace clout {

struct System;

struct Author {
    // A sector, a kind of organisation or an organisation; "leaning": what bodies said unasked.
    std::string name;
    Summary part;   // [share of the decisions of the last round]
    Summary money;  // [share of decided money] in that round; of sectors only
    double votes =
        0;  // [share of all votes] its own seats', over all decided funds by amount; of sectors only
    // [share of contested money] What its own seats, one at a time, move to it under the protocol at hand,
    // summed; of sectors only, and of nothing where leverage was not asked for.
    Summary leverage{};
};

// What would be different without a seat, under the protocol at hand (MODEL.md 8).
struct SeatMoves {
    Summary moved;                  // [share] of the table's money that would go elsewhere
    std::vector<double> by_sector;  // [share] (sectors) means: what the seat moves to each; they sum to 0
};

// One rung of an organisation's ladder: a member's voice into a body, or through a seat into all decisions.
// Means over replicates.
struct LadderRung {
    Actor from, to;    // whose voice comes in; the body, or the board (of seats the first of its kind)
    std::string fund;  // of seats
    std::uint32_t boards = 0;  // of seats: at how many boards of that kind it sits; 0 = a tier
    // Dilution, whose message it is: the organisation's part of what is said (of all decisions, through this
    // seat), its sector's (tiers), and the member's own part here, fidelity included.
    Summary part, sector;
    double here = 1, fidelity = 1;
    // Loss, what it weighs: what each cause leaves, and all together with those below leave of its clout.
    double share = 1, commitment = 1, cohesion = 1, mandate = 1, standing = 1;
    double weighs = 1;
};

struct FundLadder {
    std::string fund;
    Summary one, sector;  // [share] of the decisions on that fund: the organisation's, its sector's
};

struct SeatPower {
    std::string name;  // of the entry; of a bloc where seats vote as one
    std::uint32_t seats = 1;
    double votes = 0;   // [share of the board's votes], all seats together
    VotingPower power;  // of all its seats together, each voting for itself (of the bloc where it is one)
    Summary weight;     // [share of the board's weight in the last round]
    SeatMoves each{};   // of each of its seats, their mean; empty where leverage was not asked for
};

struct BoardPower {
    std::string fund, board;
    bool counted = true;  // false: stopped before the two indices were known
    std::vector<SeatPower> seats;
};

struct InfluenceReport {
    std::size_t replicates = 0;            // finished; 0 = nothing else is filled in
    std::vector<Author> sectors, kinds;    // each sums to 1 with the leanings
    std::vector<Author> organisations;     // those that wrote most, at most as many as asked for
    Concentration influence, money;        // over organisations; over the replicates' mean parts
    Actor organisation;                    // the one whose ladder it is: the first of the focus sector
    std::vector<LadderRung> tiers, seats;  // from its own bodies upwards; every seat that carries its voice
    std::vector<FundLadder> funds;         // decided funds
    Summary ladder;  // [share] of all decisions: what its seats bring together, its own influence
    std::vector<BoardPower> boards;  // the first board of every decided fund
    VoiceMap map;                    // who speaks through whom
};

struct InfluenceOptions {
    std::size_t replicates = 200;
    std::size_t organisations = 10;  // how many are named
    Workers workers;
    std::function<bool()> stop;  // asked between blocks of replicates, and while coalitions are counted
};

// Reads the decision of the last round, before anybody has adapted to it; leverage where the system asks for
// it.
[[nodiscard]] InfluenceReport report_influence(const System& system, const InfluenceOptions& options);

}  // namespace clout
