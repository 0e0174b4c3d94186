// What differs between two scenarios, as a page of text.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/scenario_differences.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string difference_text(const ScenarioDifferences& found, const Style& style);

}  // namespace clout
