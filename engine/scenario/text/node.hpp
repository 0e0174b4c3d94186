// A document of our own: ordered maps, lists and scalars, each of which knows where it was written.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

// Where something was written. Lines and columns count from 1, columns in code points; 0 = no place.
struct Mark {
    std::uint32_t file = 0;  // row in Files (problems.hpp)
    int line = 0;
    int column = 0;
    friend bool operator==(const Mark&, const Mark&) = default;
};

struct Entry;

// Nulls exist only in patches, where they remove.
struct Node {
    enum class Kind : std::uint8_t { null, scalar, list, map };

    Kind kind = Kind::null;
    bool quoted = false;  // scalars: written in quotes or as a block of text, hence never a number
    Mark mark;
    std::string text;            // scalars
    std::vector<Node> items;     // lists
    std::vector<Entry> entries;  // maps, in order; keys are unique

    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
    [[nodiscard]] bool is_list() const { return kind == Kind::list; }
    [[nodiscard]] bool is_map() const { return kind == Kind::map; }

    [[nodiscard]] const Node* find(
        std::string_view key) const;  // nullptr where absent or where this is no map
    [[nodiscard]] Node* find(std::string_view key);

    [[nodiscard]] static Node scalar(std::string text, bool quoted = false);
    [[nodiscard]] static Node map();
    [[nodiscard]] static Node list();
    void add(std::string key, Node value);  // at the end of a map; the key must be new
};

struct Entry {
    std::string key;
    Mark mark;
    Node value;
};

// The words by which a map is known to be a number: {uniform: [a, b]}, {value: 3, source: …}.
inline constexpr std::array<std::string_view, 8> kNumberWords{"uniform", "triangular", "normal", "lognormal",
                                                              "beta",    "pick",       "value",  "steps"};
[[nodiscard]] bool is_number_word(std::string_view key);
[[nodiscard]] bool is_number_map(const Node& node);

// What a person would call it: "a list", "the text 'abc'", "the number 3", "nothing".
[[nodiscard]] std::string describe(const Node& node);

// "a.b" + "c" = "a.b.c"
[[nodiscard]] std::string join_path(std::string_view path, std::string_view key);

}  // namespace clout
