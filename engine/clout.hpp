// The public face: scenarios are loaded, checked, compared, taken apart and printed. Everything is in
// clout::face; results are plain structs; what goes wrong in somebody's input is a value (Result), what goes
// wrong in the machine while computing (no memory) is a std::exception. One scenario, seed and version give
// the same bits whatever the options.
//
//     const auto scenario = clout::face::load({"one-area.yaml", {{"replicates", "1000"}}});
//     if (!scenario) …                                   // scenario.problems(), to_text(problem)
//     const auto found = clout::face::compare(scenario.value());
//     std::cout << found.value().printed.text();
#pragma once

#include "engine/face/attribution.hpp"
#include "engine/face/comparison.hpp"
#include "engine/face/difference.hpp"
#include "engine/face/drivers.hpp"
#include "engine/face/future.hpp"
#include "engine/face/hypotheses.hpp"
#include "engine/face/influence.hpp"
#include "engine/face/options.hpp"
#include "engine/face/printed.hpp"
#include "engine/face/scenario.hpp"
#include "engine/face/theories.hpp"
#include "engine/face/threshold.hpp"
