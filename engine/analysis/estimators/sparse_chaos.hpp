// A sparse polynomial chaos: the values as a short sum of Legendre polynomials of the quantiles, one factor
// or two at a time, chosen one by one (Blatman & Sudret 2011, with orthogonal matching pursuit). From its
// coefficients follow total shares and what two factors do together (Sudret 2008) without further runs. It
// speaks only where it foretells points that it has not seen.
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <vector>

namespace clout {

struct ChaosTerm {
    std::size_t one = 0, other = 0;  // factors; the same where there is only one
    int degree = 1, other_degree = 0;
    double coefficient = 0;  // [the value's unit]
    [[nodiscard]] bool of_two() const { return other_degree > 0; }
    [[nodiscard]] bool has(std::size_t factor) const {
        return one == factor || (of_two() && other == factor);
    }
};

struct PairShare {
    std::size_t one = 0, other = 0;  // factors, one < other
    Estimate share;
};

struct Chaos {
    double q2 = 0;  // share of the variance that it foretells of points left out one by one; below 0: none
    std::vector<ChaosTerm> terms;        // as chosen, the strongest first
    std::vector<Estimate> first, total;  // (factors) shares of the variance
    std::vector<PairShare> pairs;        // the largest first
};

// At most the first 20,000 points are read.
[[nodiscard]] Chaos fit_chaos(const Sample& sample);

// Nobody can foretell what happens by chance; of the rest a chaos that may be believed foretells 95 %.
inline constexpr double kForetold = 0.95;
[[nodiscard]] inline bool may_be_believed(const Chaos& chaos, double chance_share) {
    return chaos.q2 >= kForetold * (1 - chance_share) && chaos.q2 > 0;
}

}  // namespace clout
