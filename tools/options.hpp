// What may be typed after a verb: a verb lists its options, command_line.cpp reads them into variables of
// the verb's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace clout {

// Answers with what is wrong with a text, or with nothing.
using OptionCheck = std::function<std::string(const std::string&)>;

// Of its own, as the reader of options would take -1 for a very large number.
[[nodiscard]] OptionCheck whole_number(std::uint64_t least = 0,
                                       std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

inline constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

// One option. What it is read into must live until the line has been read; what is not typed leaves it as it
// was.
struct Option {
    using Target =
        std::variant<bool*, std::string*, std::vector<std::string>*, std::optional<std::uint64_t>*>;

    std::string label;    // "--arm"; "-j,--jobs"; "FILE" where it is known by its place and must be there
    Target into;          // bool: nothing follows it
    std::string meaning;  // for --help
    std::string value{};  // what follows it, for --help: "ARM"
    OptionCheck check{};
    bool list = false;      // several in one word, with commas between
    std::string without{};  // the label of an earlier option that it cannot stand beside
    std::size_t least = 1,
                most = 1;  // words, of those that are known by their place; least 0 = may be missing

    [[nodiscard]] bool positional() const { return label[0] != '-'; }
};

// Those that several verbs have.
[[nodiscard]] Option scenario_file(std::string& into);
[[nodiscard]] Option arm_option(std::string& into);                // --arm
[[nodiscard]] Option arms_option(std::vector<std::string>& into);  // --arms

}  // namespace clout
