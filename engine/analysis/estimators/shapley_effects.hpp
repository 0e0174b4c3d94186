// Shapley effects: the whole variance divided among the factors, interactions in equal parts to those who
// make them (Owen 2014; from walks: Goda 2021).
#pragma once

#include "engine/analysis/estimators/sample.hpp"

#include <optional>
#include <vector>

namespace clout {

// The only factor that differs between two neighbouring points; nothing where it is not exactly one.
[[nodiscard]] std::optional<std::size_t> moved_factor(const Sample& sample, std::size_t from, std::size_t to);

// Of a sample in walks: one effect a factor, as a share of the variance; together they sum to 1. A walk is
// read from both of its ends, which halves the variance of Goda's estimate at no cost: the effect of the
// factor that moves from f to g is ½ E[(f − g)(first − last)].
[[nodiscard]] std::vector<Estimate> shapley_effects(const Sample& walks);

}  // namespace clout
