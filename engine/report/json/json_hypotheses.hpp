// What other programs read of a suite of hypotheses.
#pragma once

#include "engine/study/hypotheses_study.hpp"

#include <string>

namespace clout {

// {"index", "rule", "share_of_futures", "protocols": [P], "hypotheses": [{"id", "claim", "source", "kind":
// "R" | "T",
//  "construction", "verdict": "holds" | "holds_under" | "does_not_hold" | "not_testable" | "not_played",
//  "under": [P], "because", and of one that was played "experiment": {"file", "scenario", "arm", "against",
//  "measure", "unit", "expect", "least", "seed", "replicates", "years", …}, "theories": {P: {"as_written",
//  "mean", "p05", "p50", "p95", "se", "p_greater", "p_less", "p_equal", "as_expected", "holds",
//  "reversed"}}}], "counts": {"R" and "T": {verdict: n}}}
[[nodiscard]] std::string hypotheses_json(const HypothesesStudy& study);

}  // namespace clout
