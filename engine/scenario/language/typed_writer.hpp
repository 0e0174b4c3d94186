// From a typed scenario back to a tree, with every default written out.
#pragma once

#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/node.hpp"

namespace clout {

[[nodiscard]] Node scenario_tree(const Scenario& scenario);

}  // namespace clout
