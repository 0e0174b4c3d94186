// One future of one arm, round by round.
#pragma once

#include "engine/face/printed.hpp"
#include "engine/face/scenario.hpp"

#include <cstdint>

namespace clout::face {

struct BoardRound {
    std::string fund, place;  // place is empty where the fund has none
    bool agreed = false;
    double goodwill = 1;        // [0..1] after the round
    std::vector<double> split;  // [share of the fund] by programme, after the round; sums to 1
};

struct Round {
    double year = 0;                                            // at which the round begins
    std::vector<double> share;                                  // [share of decided money] by sector
    std::vector<double> decided, received;                      // [£m a year] by sector
    std::vector<double> uptake;                                 // [0..1] by sector
    double lapsed = 0, unspent = 0;                             // [£m a year]
    std::vector<BoardRound> boards;                             // fund by fund, place by place
    std::uint64_t independent = 0, taken_over = 0, closed = 0;  // [organisations] after the round
};

struct Future {
    std::string arm;
    std::optional<std::uint64_t> replicate;        // nothing = the median path
    std::vector<std::string> sectors, programmes;  // names
    std::vector<Round> rounds;
    Printed printed;  // the negotiation log
};

// The median path where `replicate` is nothing: no chance, for checking, never a finding. An empty arm is the
// baseline.
[[nodiscard]] Result<Future> follow(const Scenario& scenario, const std::string& arm = {},
                                    std::optional<std::uint64_t> replicate = {});

// Everything that happened in it, and why: who sat and asked for what, what came of it, who lapsed, closed or
// left. As JSON one event a line.
[[nodiscard]] Result<Printed> chronicle(const Scenario& scenario, const std::string& arm = {},
                                        std::optional<std::uint64_t> replicate = {});

}  // namespace clout::face
