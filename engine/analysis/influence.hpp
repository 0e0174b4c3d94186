// Who wrote the decision, how a voice shrinks on its way up, and what a seat's votes are worth (model.md 8).
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/power_index.hpp"
#include "engine/system/system.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace clout {

struct Author {
    std::string name;    // a sector or a kind of organisation; "leaning" for what bodies said without being asked
    Summary part;        // [share of the decisions of the last round]
};

// One step of the voice ladder. What is left of a voice is its part in the message said there.
struct LadderStep {
    std::string name;    // of the body, or of the fund where the voice meets the decision
    bool decision = false;
    Summary one;         // [share] one organisation's part
    Summary sector;      // [share] its whole sector's part
};

struct SeatPower {
    std::string name;    // of the entry; of a bloc where seats vote as one
    std::uint32_t seats = 1;
    double votes = 0;    // [share of the board's votes], all seats together
    VotingPower power;   // of all its seats together, each voting for itself (of the bloc where it is one)
    Summary weight;      // [share of the board's weight in the last round]
};

struct BoardPower {
    std::string fund, board;
    std::vector<SeatPower> seats;
};

struct InfluenceReport {
    std::size_t replicates = 0;
    std::vector<Author> sectors, kinds;   // each sums to 1 with the leanings
    std::string organisation;             // the one whose ladder it is: the first of the focus sector
    std::vector<LadderStep> ladder;       // from its own body up to the decisions
    std::vector<BoardPower> boards;       // the first board of every decided fund
};

// Reads the last round of `replicates` futures (or of the median path where the system is not stochastic).
[[nodiscard]] InfluenceReport report_influence(const System& system, std::size_t replicates, Workers workers);

}  // namespace clout
