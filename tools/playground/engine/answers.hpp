// The parts of the desk's answers as JSON.
#pragma once

#include "engine/analysis/influence.hpp"
#include "engine/base/result.hpp"
#include "engine/report/json/json_parts.hpp"
#include "engine/study/comparison_study.hpp"
#include "tools/playground/engine/knobs.hpp"

#include <array>
#include <string>
#include <vector>

namespace clout::playground {

[[nodiscard]] std::string written(const Json& json);  // on one line; bytes that are no UTF-8 are replaced
[[nodiscard]] std::string refusal(const std::vector<Problem>& problems);
// A refusal of the request itself, in one sentence.
[[nodiscard]] std::string refusal(const std::string& message);
[[nodiscard]] Json problems_json(const std::vector<Problem>& problems);
[[nodiscard]] Json library_json(const Library& library);
[[nodiscard]] Json knobs_json(const std::vector<Knob>& knobs);
// Last year's means and paired differences, and means by year, of every measure of the second arm.
[[nodiscard]] Json figures_json(const Comparison& comparison);
// Who wrote the decisions, what is left of one voice, and what seats are worth, arm beside arm.
[[nodiscard]] Json influence_json(const std::array<InfluenceReport, 2>& reports,
                                  const std::array<const Scenario*, 2>& scenarios,
                                  const Provenance& provenance);

}  // namespace clout::playground
