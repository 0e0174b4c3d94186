// Finds parts of a tree by their path, however wide its maps are.
#pragma once

#include "engine/scenario/text/node.hpp"

#include <string_view>
#include <unordered_map>

namespace clout {

class TreeIndex {
public:
    explicit TreeIndex(const Node& root);  // keeps a reference; the tree must not change

    // The node at a dotted path; nullptr where there is none.
    [[nodiscard]] const Node* at(std::string_view path) const;

    // Where a dotted path stands, or as much of it as exists: a plain value at itself, a map or a list at its
    // key.
    [[nodiscard]] Mark mark(std::string_view path) const;

private:
    using Rows = std::unordered_map<std::string_view, std::size_t>;

    void add(const Node& node);
    [[nodiscard]] const Entry* find(const Node& map, std::string_view key) const;

    const Node& root_;
    std::unordered_map<const Node*, Rows> wide_;
};

}  // namespace clout
