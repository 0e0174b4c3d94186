// From a merged tree to the typed scenario. Says nothing: what is wrong keeps its default here and is told by
// the checks of form.hpp and validate.hpp, which see the same tree.
#pragma once

#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/node.hpp"

namespace clout {

// Roster rows are not read here (roster.hpp).
[[nodiscard]] Scenario typed_scenario(const Node& merged, const Names& names);

}  // namespace clout
