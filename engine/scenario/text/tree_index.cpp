#include "engine/scenario/text/tree_index.hpp"

#include <algorithm>

namespace clout {
namespace {

std::string_view first_key(std::string_view path) { return path.substr(0, path.find('.')); }

std::string_view after_first_key(std::string_view path) {
    return path.substr(std::min(first_key(path).size() + 1, path.size()));
}

}  // namespace

TreeIndex::TreeIndex(const Node& root) : root_(root) { add(root); }

void TreeIndex::add(const Node& node) {
    constexpr std::size_t kWide = 16;
    if (node.entries.size() > kWide) {
        Rows& rows = wide_[&node];
        for (std::size_t row = 0; row < node.entries.size(); ++row) rows.emplace(node.entries[row].key, row);
    }
    for (const Entry& entry : node.entries) add(entry.value);
}

const Entry* TreeIndex::find(const Node& map, std::string_view key) const {
    if (const auto wide = wide_.find(&map); wide != wide_.end()) {
        const auto row = wide->second.find(key);
        return row == wide->second.end() ? nullptr : &map.entries[row->second];
    }
    const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const Entry& one) { return one.key == key; });
    return entry == map.entries.end() ? nullptr : &*entry;
}

const Node* TreeIndex::at(std::string_view path) const {
    const Node* node = &root_;
    for (; node && !path.empty(); path = after_first_key(path)) {
        const Entry* entry = find(*node, first_key(path));
        node = entry ? &entry->value : nullptr;
    }
    return node;
}

Mark TreeIndex::mark(std::string_view path) const {
    const Node* node = &root_;
    Mark mark = root_.mark;
    for (; !path.empty(); path = after_first_key(path)) {
        const Entry* entry = find(*node, first_key(path));
        if (!entry) break;
        node = &entry->value;
        mark = node->is_scalar() ? node->mark : entry->mark;
    }
    return mark;
}

}  // namespace clout
