// What a parser's complaint means to somebody who does not know the parser.
#pragma once

#include "engine/scenario/text/line_table.hpp"

#include <string>
#include <string_view>

namespace clout {

struct Advice {
    Spot at;
    std::string message, hint;
};

[[nodiscard]] Advice yaml_advice(const LineTable& lines, Spot at, std::string_view complaint);

// Whether quoted text that starts here (perhaps after an anchor) ends. Other text does.
[[nodiscard]] bool closes_its_quote(std::string_view text);

// "years:5": a key and a value without the space between them.
[[nodiscard]] bool lacks_space_after_colon(std::string_view text);

}  // namespace clout
