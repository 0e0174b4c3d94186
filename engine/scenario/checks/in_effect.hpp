// What of a scenario takes effect: entries by which nobody joins, bodies in which nobody is and lines that
// nobody holds are written down and computed nowhere.
#pragma once

#include "engine/scenario/library.hpp"

#include <string>
#include <vector>

namespace clout {

// For comparing and writing out, not for running: the holders of red lines are not counted again.
[[nodiscard]] Scenario in_effect(const Scenario& scenario);

// What differs in what takes effect (language/difference.hpp): never a member who joins nobody.
[[nodiscard]] std::vector<std::string> difference_in_effect(const Scenario& a, const Scenario& b);

[[nodiscard]] Effect effect_of(const Scenario& scenario);

}  // namespace clout
