// What each lever does to the difference between two arms, as a page of text with bars.
#pragma once

#include "engine/analysis/attribution.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

// "A mandate", "without: A mandate", "other changes of \"United\"".
[[nodiscard]] std::string part_label(const Part& part);

// `about_all_money`: the measure is the money from all funds because the way moves the border between
// protected and contested money.
[[nodiscard]] std::string attribution_text(const Attribution& attribution, bool about_all_money,
                                           const Provenance& provenance, const Style& style);

}  // namespace clout
