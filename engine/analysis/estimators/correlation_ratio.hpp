// First-order shares from any sample: how much of the variance goes away, on average, once a factor is known
// (Sobol's S; Pearson's correlation ratio). No further runs, no shape assumed.
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <vector>

namespace clout {

struct FirstOrderShare {
    Estimate share;         // of the variance of the values; may fall a little below 0 where it is 0
    bool distinct = false;  // from 0: of factors without any effect, all together 5 in 100 pass for one
};

// Points are sorted into classes by the factor, some N^.35 of them, equally full (or one a value, where there
// are few values); between-class variance, less what chance gives it, plus what the mean moves inside a
// class. One share a factor; all 0 where the values do not vary.
[[nodiscard]] std::vector<FirstOrderShare> first_order_shares(const Sample& sample);

}  // namespace clout
