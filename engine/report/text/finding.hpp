// A comparison or an ensemble as a page of text that reads like a finding.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <span>
#include <string>

namespace clout {

// All arms against the baseline: a finding for each, tables, and what stands beside every finding.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                                          const Provenance& provenance, const Style& style);

// One arm by itself: levels only, nothing is found.
[[nodiscard]] std::string arm_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                                   const Provenance& provenance, const Style& style);

}  // namespace clout
