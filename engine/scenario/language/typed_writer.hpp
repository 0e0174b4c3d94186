// From a typed scenario back to a tree, with every default written out.
#pragma once

#include "engine/scenario/text/node.hpp"

namespace clout {

struct Scenario;

[[nodiscard]] Node scenario_tree(const Scenario& scenario);

}  // namespace clout
