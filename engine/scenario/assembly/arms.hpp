// From one merged document to the scenarios of its arms, every one validated whole.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/text/problems.hpp"

#include <string>
#include <vector>

namespace clout {

// `as_written`: the document before anything was laid over it on the command line; null = it is the same.
// `told`: what is known to be wrong already.
[[nodiscard]] Result<Library> build_library(const std::string& file, const Node& document,
                                            const Node* as_written, const FileProvider& provider,
                                            Files& files, std::vector<Problem> told);

}  // namespace clout
