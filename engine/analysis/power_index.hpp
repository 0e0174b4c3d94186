// Voting power: how often a voter's votes turn a losing coalition into a winning one.
#pragma once

#include "engine/analysis/whole_votes.hpp"
#include "engine/base/parallel.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace clout {

struct VotingPower {
    double shapley_shubik =
        0;  // [share] chance of being pivotal in a random order; sums to 1 (Shapley and Shubik 1954)
    double banzhaf = 0;  // [share] of all swings; sums to 1 (Banzhaf 1965)
    double penrose = 0;  // [0..1]  chance of a swing when all others toss a coin (Penrose 1946)
    // Standard errors where coalitions were drawn; 0 where they were counted.
    double shapley_shubik_se = 0, banzhaf_se = 0;
};

struct PowerOptions {
    double budget =
        2e10;  // [additions] what counting may take, some ten seconds; beyond, coalitions are drawn
    std::uint64_t seed = 1;  // of the coalitions drawn
    Workers workers;
    std::function<bool()> stop;  // asked several times a second where it takes long
};

// Of one voter of each kind, all of the kinds together summing to 1 over all voters. Counted (exact to 1e-9,
// and to 1e-12 on small boards) or, beyond the budget, drawn. Where nobody can win nobody has any power.
// Nothing where it was stopped.
[[nodiscard]] std::optional<std::vector<VotingPower>> voting_power(std::span<const Voters> voters,
                                                                   double quota,
                                                                   const PowerOptions& options = {});

// As above, of whole votes: voters (kinds × votes of one) with at least `majority` win.
[[nodiscard]] std::optional<std::vector<VotingPower>> voting_power(std::span<const Voters> voters,
                                                                   const WholeVotes& votes,
                                                                   const PowerOptions& options = {});

}  // namespace clout
