#include "engine/scenario/text/node.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <utility>

namespace clout {

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

Node Node::scalar(std::string text, bool quoted) {
    Node node;
    node.kind = Kind::scalar;
    node.quoted = quoted;
    node.text = std::move(text);
    return node;
}

Node Node::map() {
    Node node;
    node.kind = Kind::map;
    return node;
}

Node Node::list() {
    Node node;
    node.kind = Kind::list;
    return node;
}

void Node::add(std::string key, Node value) {
    entries.push_back({std::move(key), value.mark, std::move(value)});
}

bool is_number_word(std::string_view key) {
    return std::find(kNumberWords.begin(), kNumberWords.end(), key) != kNumberWords.end();
}

bool is_number_map(const Node& node) {
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const Entry& entry) { return is_number_word(entry.key); });
}

std::string describe(const Node& node) {
    constexpr std::size_t kShown = 60;
    switch (node.kind) {
        case Node::Kind::null: return "nothing";
        case Node::Kind::list: return node.items.empty() ? "an empty list" : "a list";
        case Node::Kind::map: break;
        case Node::Kind::scalar: {
            const std::string shown = shortened(node.text, kShown);
            if (node.quoted) return "the text '" + shown + "' in quotes";
            return (plain_number(node.text).value ? "the number " + shown : "the text '" + shown + "'");
        }
    }
    if (node.entries.empty()) return "an empty map";
    return is_number_map(node) ? "an uncertain number" : "a map";
}

std::string join_path(std::string_view path, std::string_view key) {
    std::string joined(path);
    if (!joined.empty()) joined += '.';
    joined += key;
    return joined;
}

}  // namespace clout
