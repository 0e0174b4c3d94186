// The tables of a comparison: sector by sector, and the focus sector measure by measure.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/headline.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clout {

// "gains", "about the same".
[[nodiscard]] const char* verdict_words(Verdict verdict);
// Futures beyond the band, inside it, beyond it downwards: "921 / 61 / 18".
[[nodiscard]] std::string three_counts(const Headline& headline);

// One line an arm: where many are compared. `headlines` has one for each arm, nothing for the baseline.
[[nodiscard]] std::string overview_table(const Comparison& comparison,
                                         const std::vector<std::optional<Headline>>& headlines,
                                         const Provenance& provenance, const Style& style);

// For every arm but the baseline: levels of both, the paired difference, its range, and how often it is
// positive.
[[nodiscard]] std::string difference_tables(const Comparison& comparison, const Provenance& provenance,
                                            const Style& style);

// For a single arm: mean and percentiles.
[[nodiscard]] std::string level_tables(const Comparison& comparison, const Provenance& provenance,
                                       const Style& style);

// What the money of a sector is put in: "per_patient" where the focus sector's is known, else "decided".
[[nodiscard]] std::string money_measure(const Comparison& comparison, const Provenance& provenance);

// The rows of arms, with the baseline in front.
[[nodiscard]] std::vector<std::size_t> baseline_first(const Comparison& comparison);

}  // namespace clout
