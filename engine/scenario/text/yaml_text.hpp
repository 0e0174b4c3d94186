// A tree written out as YAML that reads back as the same tree.
#pragma once

#include "engine/scenario/text/node.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string yaml_text(const Node& map);

}  // namespace clout
