// The only door to the YAML library: text in, our own tree out, or every reason why not. Anything YAML allows
// and a scenario has no use for (merge keys, tags, several documents, keys that are no text) is refused here.
#pragma once

#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <optional>
#include <string>

namespace clout {

inline constexpr int kDeepest = 64;                   // levels of maps and lists
inline constexpr std::size_t kMostAliased = 100'000;  // [nodes] copied by aliases in one file
inline constexpr std::size_t kMostNodes = 2'000'000;  // [nodes] in one file

// `text` as `clean_text` leaves it. An empty text is an error. Where only single keys are refused, the rest
// of the tree comes back beside the problems, so that all that is wrong with a file can be told together.
[[nodiscard]] std::optional<Node> parse_yaml(const std::string& text, std::uint32_t file, Problems& problems);

}  // namespace clout
