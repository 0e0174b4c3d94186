#include "engine/scenario/language/merge.hpp"

#include <unordered_map>
#include <unordered_set>

namespace clout {
namespace {

// Finds the keys a map had before anything was added; a wide map is looked up by hash. The keys of a patch
// differ from one another, so what one of them adds is never what the next one looks for.
class Keys {
public:
    Keys(const Node& map, std::size_t questions) : count_(map.entries.size()) {
        constexpr std::size_t kWide = 16;
        if (count_ <= kWide || questions <= 2) return;
        for (std::size_t i = 0; i < count_; ++i) rows_.emplace(map.entries[i].key, i);
    }
    Node* find(Node& map, const std::string& key) const {
        if (!rows_.empty()) {
            const auto found = rows_.find(key);
            return found == rows_.end() ? nullptr : &map.entries[found->second].value;
        }
        for (std::size_t i = 0; i < count_; ++i) {
            if (map.entries[i].key == key) return &map.entries[i].value;
        }
        return nullptr;
    }

private:
    std::size_t count_;
    std::unordered_map<std::string, std::size_t> rows_;
};

void lay_over(Node& target, const Node& patch, Region region) {
    if (!patch.is_map() || is_number_map(patch)) {
        target = patch;
        return;
    }
    if (!target.is_map() || is_number_map(target)) {
        target = Node::map();
        target.mark = patch.mark;
    }
    const Keys keys(target, patch.entries.size());
    std::unordered_set<std::string> removed;
    for (const Entry& entry : patch.entries) {
        Node* existing = keys.find(target, entry.key);
        if (entry.value.is_null() && region != Region::patch) {
            if (existing) removed.insert(entry.key);
            continue;
        }
        if (!existing) {
            target.entries.push_back({entry.key, entry.mark, Node{}});
            existing = &target.entries.back().value;
        }
        lay_over(*existing, entry.value, step_into(region, entry.key));
    }
    if (removed.empty()) return;
    std::erase_if(target.entries, [&](const Entry& entry) { return removed.contains(entry.key); });
}

}  // namespace

Region step_into(Region region, std::string_view key) {
    switch (region) {
        case Region::document: return key == "levers" || key == "arms" ? Region::patches : Region::elsewhere;
        case Region::patches: return Region::patch_holder;
        case Region::patch_holder: return key == "patch" ? Region::patch : Region::elsewhere;
        case Region::patch: return Region::patch;
        case Region::elsewhere: break;
    }
    return Region::elsewhere;
}

void merge_patch(Node& target, const Node& patch) { lay_over(target, patch, Region::elsewhere); }

void merge_document(Node& target, const Node& document) { lay_over(target, document, Region::document); }

}  // namespace clout
