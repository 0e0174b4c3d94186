// From a typed scenario back to a tree, with every default written out.
#pragma once

#include "engine/scenario/node.hpp"
#include "engine/scenario/scenario.hpp"

namespace clout {

[[nodiscard]] Node scenario_tree(const Scenario& scenario);

}  // namespace clout
