// A comparison or an ensemble as a page of text that reads like a finding.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/headline.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <span>
#include <string>

namespace clout {

// One sentence that is true of this arm: it gains, loses, gets about the same, or cannot be told from these
// futures.
[[nodiscard]] std::string headline_sentence(const Headline& headline, const ArmComparison& arm,
                                            const Provenance& provenance);

// All arms against the baseline: a finding for each, tables, and what stands beside every finding.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                                          const Provenance& provenance, const Style& style);

// One arm by itself: levels only, nothing is found.
[[nodiscard]] std::string arm_text(const Comparison& comparison, const Provenance& provenance,
                                   const Style& style);

}  // namespace clout
