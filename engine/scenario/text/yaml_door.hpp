// The only door to the YAML library: text in, our own tree out, or every reason why not. Anything YAML allows
// and a scenario has no use for (merge keys, tags, several documents, keys that are no text) is refused here.
#pragma once

#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <optional>
#include <string>

namespace clout {

// `text` as `clean_text` leaves it. An empty text is an error. Where only single keys are refused, the rest
// of the tree comes back beside the problems, so that all that is wrong with a file can be told together.
[[nodiscard]] std::optional<Node> parse_yaml(const std::string& text, std::uint32_t file, Problems& problems);

}  // namespace clout
