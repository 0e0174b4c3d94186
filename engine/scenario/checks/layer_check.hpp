// What can be said about one file, or one setting, before it is laid over anything.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <string>

namespace clout {

// Whether a path below the folder leads out of it all the same, through a symbolic link.
[[nodiscard]] bool leads_out(const FileProvider& provider, const std::string& folder,
                             const std::string& below);

// Nulls that remove nothing (in lists; anywhere but in patches where the layer stands alone), rosters outside
// the folder of the file. Makes the paths of rosters relative to the scenario's folder, and labels one line.
void check_layer(Node& layer, const std::string& folder, bool stands_alone, Problems& problems);

// Warns of nulls in `layer` that find nothing to remove in `below`: a misspelt key, most likely.
void warn_of_idle_nulls(const Node& layer, const Node& below, Problems& problems);

}  // namespace clout
