// The log of one future as minutes to be read: who sat and asked for what, what came of it and why, who
// lapsed, closed or left. What has not changed since it was last said is not said again.
#pragma once

#include "engine/report/text/table.hpp"

#include <string>

namespace clout {

struct Chronicle;
struct Scenario;

[[nodiscard]] std::string chronicle_text(const Chronicle& chronicle, const Scenario& scenario,
                                         const Style& style);

}  // namespace clout
