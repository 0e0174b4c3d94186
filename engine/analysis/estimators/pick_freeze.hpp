// Total shares from pairs of runs in which some of what is uncertain was drawn anew and the rest kept
// (Jansen 1999): the share of the variance that is left once all the rest is known.
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <vector>

namespace clout {

// values[r] and moved[r] share all but what is asked about. 0 where nothing varies.
[[nodiscard]] Estimate total_share(std::span<const double> values, std::span<const double> moved);

// Of a sample in stars: one total share a factor.
[[nodiscard]] std::vector<Estimate> total_shares(const Sample& stars);

// What happens by chance while futures are played, against the uncertain numbers.
struct ChanceShare {
    Estimate chance;      // left once the numbers are known: 1 − what they explain by themselves
    Estimate numbers;     // left once all that happens by chance is known
    double together = 0;  // of both, what neither explains without the other
};

// `other_chance` has the same numbers and other luck in play, `other_numbers` the same luck and other
// numbers.
[[nodiscard]] ChanceShare chance_share(std::span<const double> values, std::span<const double> other_chance,
                                       std::span<const double> other_numbers);

}  // namespace clout
