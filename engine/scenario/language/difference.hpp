// What differs between two scenarios, one plain sentence each.
#pragma once

#include <string>
#include <vector>

namespace clout {

struct Scenario;

// From a to b: "PCN's mandate rises from 0.5 to 0.85". Empty where they are the same. Labels are those of b
// where both have one. Where a figure is from (source, basis) is no difference.
[[nodiscard]] std::vector<std::string> difference(const Scenario& a, const Scenario& b);

}  // namespace clout
