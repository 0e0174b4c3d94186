// What is asked of a threshold: numbers that move and a condition, as they are typed.
#pragma once

#include "engine/base/result.hpp"
#include "engine/scenario/override.hpp"
#include "engine/study/threshold_study.hpp"

#include <string>
#include <vector>

namespace clout {

// `vary` once or twice, each with a range; else a problem of the request.
[[nodiscard]] Result<ThresholdAsked> tipping_request(const std::vector<std::string>& vary,
                                                     const std::string& until);

// What must be laid over the scenario so that these numbers can move.
[[nodiscard]] std::vector<Override> overrides_of(const std::vector<Varied>& varied);

}  // namespace clout
