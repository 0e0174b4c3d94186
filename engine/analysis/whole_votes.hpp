// Votes as whole numbers: every vote an exact fraction of the decimals that were written, brought to a common
// denominator and divided by what all have in common, so that the size of the numbers does not matter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clout {

__extension__ using Whole = unsigned __int128;

// Voters who are alike: nobody can tell one of them from another by votes.
struct Voters {
    std::vector<double> votes;  // [votes] of all of them together: the sum of these decimals
    std::uint64_t count = 1;
};

struct WholeVotes {
    std::vector<Whole> each;  // (kinds of voters) of one voter
    Whole total = 0;          // of all voters
    Whole majority = 0;       // the fewest votes that win; 0 = nobody can
};

// A majority is more than the part `quota` of all votes, and all of them where the quota is 1. Fractions
// beyond 120 bits (votes that differ by more than some 30 orders of magnitude) are rounded to a 2^60th of the
// total.
[[nodiscard]] WholeVotes whole_votes(std::span<const Voters> voters, double quota);

}  // namespace clout
