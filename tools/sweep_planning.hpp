// From what was typed about a sweep to its plan, with everything that is wrong said on stderr.
#pragma once

#include "engine/study/sweep_plan.hpp"
#include "tools/request.hpp"

#include <string>
#include <variant>

namespace clout {

// The scenario with the varied numbers laid over it, and all that decides what comes out; or the exit code.
[[nodiscard]] std::variant<SweepPlan, int> plan_or_report(const std::string& file, SweepAsked asked,
                                                          const Request& request);

}  // namespace clout
