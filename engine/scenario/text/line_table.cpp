#include "engine/scenario/text/line_table.hpp"

#include "engine/base/text.hpp"

#include <algorithm>

namespace clout {

LineTable::LineTable(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') starts_.push_back(at + 1);
    }
}

std::string_view LineTable::line(int row) const {
    if (row < 0 || row >= count()) return {};
    const auto index = static_cast<std::size_t>(row);
    const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
    return text_.substr(starts_[index], end - starts_[index]);
}

std::string_view LineTable::from(Spot spot) const {
    if (spot.line < 0 || spot.line >= count() || spot.column < 0) return {};
    const std::size_t at =
        starts_[static_cast<std::size_t>(spot.line)] + static_cast<std::size_t>(spot.column);
    return text_.substr(std::min(at, text_.size()));
}

Mark LineTable::mark(std::uint32_t file, Spot spot) const {
    const int row = std::clamp(spot.line, 0, count() - 1);
    const std::string_view text = line(row);
    const std::size_t wanted = std::min(text.size(), static_cast<std::size_t>(std::max(spot.column, 0)));
    if (row != row_) {
        row_ = row;
        byte_ = characters_ = 0;
    }
    for (; byte_ < wanted; ++byte_) characters_ += begins_character(text[byte_]) ? 1u : 0u;
    for (; byte_ > wanted; --byte_) characters_ -= begins_character(text[byte_ - 1]) ? 1u : 0u;
    return {file, row + 1, static_cast<int>(characters_) + 1};
}

}  // namespace clout
