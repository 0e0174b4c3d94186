// The only way from a file to scenarios: reads, merges, validates, one scenario per arm. Never throws for bad
// input.
#pragma once

#include "engine/base/result.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/override.hpp"

#include <filesystem>
#include <vector>

namespace clout {

[[nodiscard]] Result<Library> read_library(const std::filesystem::path& file,
                                           const std::vector<Override>& overrides = {});

}  // namespace clout
