// What other programs read of a threshold.
#pragma once

#include "engine/study/threshold_study.hpp"

#include <string>

namespace clout {

// {"until", "unit", "vary": [{"path", "low", "high"}], "holds": "from" | "up_to" | "everywhere" | "nowhere",
//  "at", "interval": [low or null, high or null], "evenly", "again", "slope", "ladder": [{"at", "mean",
//  "se"}]};
// in the plane of two numbers: "part", "line": [[x, y, x, y]], "played": [[x, y, mean]].
[[nodiscard]] std::string threshold_json(const ThresholdStudy& study);

}  // namespace clout
