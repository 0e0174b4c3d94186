// The only way from a file to scenarios: reads, merges, validates, one scenario per arm. Never throws for bad
// input.
#pragma once

#include "engine/base/result.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/override.hpp"
#include "engine/scenario/text/files.hpp"

#include <string>
#include <vector>

namespace clout {

// From the disk, unless there is another provider. It stays with the library, whose rosters may be read
// again.
[[nodiscard]] Result<Library> read_library(const std::string& file,
                                           const std::vector<Override>& overrides = {},
                                           const FileProvider& provider = disk_files());

}  // namespace clout
