// What became of a suite of hypotheses: the rule, each claim with its experiment and verdict, and the counts.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/hypotheses_study.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string hypotheses_text(const HypothesesStudy& study, const Style& style);

// "holds under compromise and nash", "does not hold", "not testable here, because …".
[[nodiscard]] std::string verdict_sentence(const HypothesisFinding& finding,
                                           const std::vector<std::string>& protocols);

}  // namespace clout
