// From one merged document to the scenarios of its arms, every one validated whole.
#pragma once

#include "engine/scenario/library.hpp"
#include "engine/scenario/text/problems.hpp"

namespace clout {

// `told`: what is known to be wrong already.
[[nodiscard]] Result<Library> build_library(const std::filesystem::path& file, const Node& document,
                                            Files& files, std::vector<Problem> told);

}  // namespace clout
