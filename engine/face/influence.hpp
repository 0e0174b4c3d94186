// Who wrote the decision, and what is left of a voice on its way up.
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

struct Author {
    std::string name;  // of a sector, a kind of organisation or an organisation; "leaning": said unasked
    Summary part;      // [share of the decisions of the last round]
    Summary money;     // [share of decided money] in that round; of sectors only
    double votes = 0;  // [share of all votes] its own seats', by amount decided; of sectors only
    // [share of contested money] What its own seats, one at a time, move to it under the protocol at hand,
    // summed; of sectors only.
    Summary leverage;
};

// How unevenly something is held: 1 = one holds all.
struct Concentration {
    double herfindahl = 0, gini = 0;  // [0..1]
};

// One step of the voice ladder: what is left of a voice in the message said there.
struct Step {
    std::string name;              // of the body, or of the fund where the voice meets the decision
    bool decision = false;         // the last steps
    Summary organisation, sector;  // [share] one organisation's part, its whole sector's part
};

struct SeatPower {
    std::string name;  // of the entry, or of a bloc whose seats vote as one
    std::uint32_t seats = 1;
    double votes = 0;                                     // [share of the board's votes] of all its seats
    double shapley_shubik = 0, banzhaf = 0, penrose = 0;  // [0..1] voting power of all its seats together
    Summary weight;                                       // [share of the board's weight in the last round]
    Summary moved;  // [share of the board's money] that would go elsewhere if one of its seats did not sit
};

struct BoardPower {
    std::string fund, board;
    std::vector<SeatPower> seats;
};

struct Influence {
    std::size_t replicates = 0;
    std::vector<Author> sectors, kinds;  // each sums to 1 with what was said unasked
    std::vector<Author> organisations;   // the largest first
    Concentration influence, money;      // over organisations
    std::string organisation;            // the one whose ladder it is
    std::vector<Step> ladder;
    std::vector<BoardPower> boards;  // of every decided fund the first
    Printed printed;
};

// Read off the last round's decision, before anybody has adapted to it. An empty arm is the baseline.
[[nodiscard]] Result<Influence> influence(const Scenario& scenario, const std::string& arm = {},
                                          const Options& options = {});

}  // namespace clout::face
