// Turns a line and a byte of a text into the line and column a person counts.
#pragma once

#include "engine/scenario/text/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// As a parser counts: from 0, columns in bytes.
struct Spot {
    int line = 0;
    int column = 0;
};

class LineTable {
public:
    explicit LineTable(std::string_view text);  // keeps a view of the text

    [[nodiscard]] Mark mark(std::uint32_t file, Spot spot) const;
    [[nodiscard]] std::string_view line(int row) const;    // from 0, without its end; empty outside the text
    [[nodiscard]] std::string_view from(Spot spot) const;  // the rest of the text
    [[nodiscard]] int count() const { return static_cast<int>(starts_.size()); }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    // Where the last question stopped: one long line asked about a million times must not be counted a
    // million times.
    mutable int row_ = -1;
    mutable std::size_t byte_ = 0, characters_ = 0;
};

}  // namespace clout
