// What is measured of a system, before anything has been run.
#pragma once

#include "engine/run/outcome.hpp"

#include <vector>

namespace clout {

struct System;

// The measures of the shelf that this system has, in the shelf's order and by sector.
[[nodiscard]] std::vector<Quantity> quantities(const System& system);
[[nodiscard]] std::vector<std::string> quantity_names(const System& system);

}  // namespace clout
