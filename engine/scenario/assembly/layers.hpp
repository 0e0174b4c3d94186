// From files to one merged document: a file over the one it extends.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <optional>
#include <string>

namespace clout {

// Nothing where a file cannot be read at all; problems may accompany a document. It has no `extends`, no
// nulls outside patches, and roster files relative to the folder of `file`.
[[nodiscard]] std::optional<Node> read_layers(const std::string& file, const FileProvider& provider,
                                              Files& files, Problems& problems);

}  // namespace clout
