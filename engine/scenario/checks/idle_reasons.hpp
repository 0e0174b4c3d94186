// Why a change changes nothing, in a few words.
#pragma once

#include "engine/scenario/checks/idle_changes.hpp"

#include <string>
#include <vector>

namespace clout {

// Of the change in that row. `below` is the document that it is laid over, `after` what then holds.
[[nodiscard]] std::string idle_reasons(const std::vector<Change>& changes, std::size_t at, const Node& below,
                                       const Scenario& after);

}  // namespace clout
