// Voting power: how often a player's votes turn a losing coalition into a winning one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clout {

struct VotingPower {
    double shapley_shubik =
        0;  // [share] chance of being pivotal in a random order; sums to 1 (Shapley and Shubik 1954)
    double banzhaf = 0;  // [share] of all swings; sums to 1 (Banzhaf 1965)
    double penrose = 0;  // [0..1]  chance of a swing when all others toss a coin (Penrose 1946)
};

// Exact, by counting weighted coalitions: players whose votes add up to at least `quota` win. A quota of 0 or
// beyond all votes leaves nobody any power.
[[nodiscard]] std::vector<VotingPower> voting_power(std::span<const std::uint64_t> votes,
                                                    std::uint64_t quota);

// Votes that need not be whole numbers, and a majority that must *exceed* the part `quota` of all votes
// (MODEL.md 7). Votes are brought to a common denominator up to 10,000; where there is none they are rounded
// to a hundred-thousandth of the whole.
[[nodiscard]] std::vector<VotingPower> voting_power_of(std::span<const double> votes, double quota);

}  // namespace clout
