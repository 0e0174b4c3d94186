// What the instances of a kind are called and where they stand (MODEL.md 4).
#pragma once

#include "engine/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace clout {

struct NamedInstance {
    std::string name;
    PlaceId place;  // may not exist
};

// In place order, then by number; of a roster, row by row. Of a body without members they are named as well.
[[nodiscard]] std::vector<NamedInstance> instances_of(const Scenario& scenario, AgentKind kind);

}  // namespace clout
