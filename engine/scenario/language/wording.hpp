// Words for sentences about scenarios: labels for names, values as a person would say them.
#pragma once

#include "engine/scenario/language/field.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/text/node.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace clout {

// Labels of two scenarios written out as trees; the second one's win.
class Labels {
public:
    Labels(const Node& a, const Node& b);

    [[nodiscard]] std::string of(Space space,
                                 const std::string& name) const;  // the name itself where there is none
    [[nodiscard]] bool is_board(const std::string& label) const { return boards_.contains(label); }

private:
    void add(const Node& tree);

    std::array<std::unordered_map<std::string, std::string>, kSpaces> labels_;
    std::unordered_set<std::string> boards_;
};

[[nodiscard]] std::string words_of(const Field& field);          // "agenda_power" -> "agenda power"
[[nodiscard]] std::string possessive(const std::string& owner);  // "PCN's", "Councils'"
[[nodiscard]] std::string plain_text(const Node& value);         // "between 0.4 and 0.9"

}  // namespace clout
