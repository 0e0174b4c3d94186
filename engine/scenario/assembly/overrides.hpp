// What the command line sets, laid over a merged document as if the file said so.
#pragma once

#include "engine/scenario/override.hpp"
#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <vector>

namespace clout {

// In order. What cannot be applied is told under the option that asked for it.
void apply_overrides(Node& document, const std::vector<Override>& overrides, Files& files,
                     Problems& problems);

}  // namespace clout
