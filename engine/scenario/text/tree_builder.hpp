// Grows a Node from the events of a parser; refuses duplicate keys, merge keys and tags, and stops at the
// limits.
#pragma once

#include "engine/scenario/text/line_table.hpp"
#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace clout {

// Thrown through the parser to stop it; caught in the door and nowhere else.
struct TooMuch {
    Mark mark;
    std::string message, hint;
};

class TreeBuilder {
public:
    using Anchor = std::size_t;  // 0 = none

    TreeBuilder(const LineTable& lines, std::uint32_t file, Problems& problems);

    void null(Spot at, Anchor anchor);
    void scalar(Spot at, Anchor anchor, const std::string& text, bool quoted);
    void alias(Spot at, Anchor anchor);
    void open(Spot at, Anchor anchor, Node::Kind kind);
    void close();
    void tag(Spot at, const std::string& tag);

    [[nodiscard]] const LineTable& lines() const { return *lines_; }
    [[nodiscard]] Mark start() const { return root_.mark; }
    [[nodiscard]] std::string path() const;  // of what is being built
    [[nodiscard]] Node take() { return std::move(root_); }

private:
    struct Level {
        Node node;
        Anchor anchor = 0;
        bool has_key = false;
        bool keep = true;  // false: the key was refused, so is what follows it
        std::string key;
        Mark key_mark;
        std::unordered_map<std::string, Mark> keys;  // of a map
    };

    void put(Node node, Anchor anchor);
    void remember(Anchor anchor, const Node& node);
    void take_key(const Node& node);
    void count(Mark mark);
    void error(Mark mark, std::string path, std::string message, std::string hint);

    const LineTable* lines_;
    std::uint32_t file_;
    Problems* problems_;
    Node root_;
    std::vector<Level> open_;
    std::unordered_map<Anchor, Node> anchored_;
    std::size_t nodes_ = 0, aliased_ = 0, remembered_ = 0;
};

}  // namespace clout
