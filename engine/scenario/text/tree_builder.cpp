#include "engine/scenario/text/tree_builder.hpp"

#include "engine/scenario/text/limits.hpp"
#include "engine/scenario/text/source_text.hpp"

#include <algorithm>

namespace clout {
namespace {

std::size_t size_of(const Node& node) {
    std::size_t size = 1;
    for (const Node& item : node.items) size += size_of(item);
    for (const Entry& entry : node.entries) size += size_of(entry.value);
    return size;
}

int depth_of(const Node& node) {
    int deepest = 0;
    for (const Node& item : node.items) deepest = std::max(deepest, depth_of(item));
    for (const Entry& entry : node.entries) deepest = std::max(deepest, depth_of(entry.value));
    return node.is_scalar() || node.is_null() ? 0 : deepest + 1;
}

}  // namespace

TreeBuilder::TreeBuilder(const LineTable& lines, std::uint32_t file, Problems& problems)
    : lines_(&lines), file_(file), problems_(&problems) {}

void TreeBuilder::error(Mark mark, std::string path, std::string message, std::string hint) {
    problems_->error(mark, std::move(path), std::move(message), std::move(hint));
}

std::string TreeBuilder::path() const {
    std::string path;
    for (const Level& level : open_) {
        if (level.has_key) path = join_path(path, level.key);
    }
    return path;
}

void TreeBuilder::count(Mark mark) {
    if (++nodes_ > kMostNodes) throw TooMuch{mark, "the file holds more than two million values", "split it"};
}

void TreeBuilder::null(Spot at, Anchor anchor) {
    Node node;
    node.mark = lines_->mark(file_, at);
    put(std::move(node), anchor);
}

void TreeBuilder::scalar(Spot at, Anchor anchor, const std::string& text, bool quoted) {
    Node node = Node::scalar(with_controls_shown(text), quoted);
    node.mark = lines_->mark(file_, at);
    put(std::move(node), anchor);
}

void TreeBuilder::alias(Spot at, Anchor anchor) {
    const Mark mark = lines_->mark(file_, at);
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end()) {
        throw TooMuch{mark, "this alias stands inside the very thing it repeats", "write the part out"};
    }
    aliased_ += size_of(found->second);
    if (aliased_ > kMostAliased) {
        throw TooMuch{mark, "the aliases of this file repeat more than 100,000 values",
                      "write less with aliases"};
    }
    if (static_cast<int>(open_.size()) + depth_of(found->second) > kDeepest) {
        throw TooMuch{mark, "nested deeper than 64 levels", "aliases count as what they repeat"};
    }
    Node copy = found->second;
    copy.mark = mark;
    put(std::move(copy), 0);
}

void TreeBuilder::open(Spot at, Anchor anchor, Node::Kind kind) {
    const Mark mark = lines_->mark(file_, at);
    if (open_.size() >= static_cast<std::size_t>(kDeepest))
        throw TooMuch{mark, "nested deeper than 64 levels", ""};
    count(mark);
    Level& level = open_.emplace_back();
    level.node.kind = kind;
    level.node.mark = mark;
    level.anchor = anchor;
}

void TreeBuilder::close() {
    Level level = std::move(open_.back());
    open_.pop_back();
    put(std::move(level.node), level.anchor);
}

void TreeBuilder::tag(Spot at, const std::string& tag) {
    error(lines_->mark(file_, at), path(), "the tag '" + tag + "' has no meaning here", "leave it out");
}

void TreeBuilder::put(Node node, Anchor anchor) {
    const bool is_key = !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
    if (!is_key && (node.is_scalar() || node.is_null())) count(node.mark);
    if (anchor != 0) remember(anchor, node);
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    Level& level = open_.back();
    if (level.node.is_list()) {
        level.node.items.push_back(std::move(node));
    } else if (is_key) {
        take_key(node);
    } else {
        if (level.keep) level.node.entries.push_back({std::move(level.key), level.key_mark, std::move(node)});
        level.has_key = false;
    }
}

void TreeBuilder::remember(Anchor anchor, const Node& node) {
    remembered_ += size_of(node);
    if (remembered_ > kMostNodes) {
        throw TooMuch{node.mark, "the anchors of this file mark more than two million values", "use fewer"};
    }
    anchored_[anchor] = node;
}

void TreeBuilder::take_key(const Node& node) {
    Level& level = open_.back();
    const std::string parent = path();
    level.has_key = true;
    level.keep = node.is_scalar();
    level.key = node.text;
    level.key_mark = node.mark;
    if (!node.is_scalar()) {
        error(node.mark, parent, node.is_null() ? "a key is missing here" : "a map or a list cannot be a key",
              "a key is plain text before a colon and a space");
        return;
    }
    const std::string here = join_path(parent, node.text);
    if (node.text == "<<") {
        level.keep = false;
        error(node.mark, here, "merge keys ('<<') are not part of the language", "use extends: or a lever");
    }
    const auto [first, fresh] = level.keys.emplace(node.text, node.mark);
    if (fresh || !level.keep) return;
    level.keep = false;
    error(node.mark, here,
          "the key '" + node.text + "' stands here and on line " + std::to_string(first->second.line) +
              " already",
          "keep one of the two");
}

}  // namespace clout
