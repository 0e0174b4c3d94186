// From one merged document to the scenarios of its arms, every one validated whole.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/text/problems.hpp"

#include <string>
#include <vector>

namespace clout {

// `told`: what is known to be wrong already.
[[nodiscard]] Result<Library> build_library(const std::string& file, const Node& document,
                                            const FileProvider& provider, Files& files,
                                            std::vector<Problem> told);

}  // namespace clout
