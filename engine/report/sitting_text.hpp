// The part of the minutes about one fund at one of its boards.
#pragma once

#include "engine/report/benches.hpp"
#include "engine/report/table.hpp"
#include "engine/run/chronicle.hpp"
#include "engine/scenario/scenario.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string sitting_text(const SittingRecord& sitting, const Scenario& scenario,
                                       const Style& style, SaidOfTable& said);

}  // namespace clout
