// What one arm does, in words: the finding, and the sizes that stand below it.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/headline.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <cstddef>
#include <string>

namespace clout {

// One sentence that is true of this arm: it gains, loses, gets about the same, or cannot be told from these
// futures.
[[nodiscard]] std::string headline_sentence(const Headline& headline, const ArmComparison& arm,
                                            const Provenance& provenance);

// Of the arm in that row: the money first, then what else moved beyond its band; how much, how often, how
// sure, since when, and what all its money does.
[[nodiscard]] std::string arm_finding(const Headline& headline, std::size_t row, const Comparison& comparison,
                                      const Provenance& provenance, const Style& style);

// What that arm moves most of all besides, in bands: "still independent (44.0 to 18.2)"; empty where nothing
// moves beyond its band.
[[nodiscard]] std::string moved_most(const Comparison& comparison, std::size_t row,
                                     const Provenance& provenance);

}  // namespace clout
