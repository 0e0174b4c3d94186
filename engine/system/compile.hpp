// From one arm as written to one system as computed. The scenario has been proved sound: nothing here can
// fail.
#pragma once

#include "engine/scenario/scenario.hpp"
#include "engine/system/system.hpp"

namespace clout {

[[nodiscard]] System compile(const Scenario& scenario);

}  // namespace clout
