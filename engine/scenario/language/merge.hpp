// Laying one document over another: JSON merge patches (RFC 7396) with the order of keys kept.
#pragma once

#include "engine/scenario/text/node.hpp"

namespace clout {

// Maps merge; anything else replaces; null removes. Existing keys keep their place, new ones go last. A
// number, however it is written ({uniform: [a, b]}, {value: …}), is a leaf: it replaces and is replaced
// whole. No nulls are left.
void merge_patch(Node& target, const Node& patch);

// Lays one file over another. As merge_patch, except inside the patches of levers and arms: there nulls are
// kept, for they are to remove something later.
void merge_document(Node& target, const Node& document);

// Where in a document one stands: only patches hold nulls that mean something to somebody else.
enum class Region : std::uint8_t { document, patches, patch_holder, patch, elsewhere };
[[nodiscard]] Region step_into(Region region, std::string_view key);

}  // namespace clout
