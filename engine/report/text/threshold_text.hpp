// Where a condition begins to hold, in words; the ladder that was climbed as a table.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/threshold_study.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string threshold_text(const ThresholdStudy& study, const Style& style);

}  // namespace clout
