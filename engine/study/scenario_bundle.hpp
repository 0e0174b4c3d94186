// A scenario with the rosters beside it, as texts: what must be kept so that it can be read again where its
// files are not.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/base/result.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/override.hpp"

#include <map>
#include <string>
#include <vector>

namespace clout {

struct ScenarioBundle {
    std::string text;                            // the merged scenario, as YAML
    std::map<std::string, std::string> rosters;  // their texts, by their paths below the scenario's folder
};

// Reads the rosters again where the library read them. Throws std::runtime_error where one has gone
// meanwhile.
[[nodiscard]] ScenarioBundle bundle_of(const Library& library);

// The library that was bundled, under the name that its file had. `overrides` were laid over it before: the
// merged text has them, and laid over it again they change nothing but what the library says of itself.
[[nodiscard]] Result<Library> read_bundle(const ScenarioBundle& bundle, const std::string& file,
                                          const std::vector<Override>& overrides);

}  // namespace clout
