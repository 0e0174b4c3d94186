// Points that somebody listed: the rows of a table, in the factors' own units.
#pragma once

#include "engine/core/design_shape.hpp"

#include <algorithm>

namespace clout {

struct TableDesign {
    static constexpr std::string_view kName = "table";
    static constexpr std::string_view kSummary = "the rows of a CSV file, one column a factor";
    static constexpr std::string_view kSize = "rows";
    static constexpr PointOrder kOrder = PointOrder::scattered;
    static constexpr bool kExtends = false, kGiven = true;

    [[nodiscard]] static std::string refusal(const DesignShape& shape) {
        return shape.given.size() < shape.size * shape.factors || shape.given.empty()
                   ? "a table has as many rows as points, and a column for every factor"
                   : std::string();
    }

    explicit TableDesign(const DesignShape& shape) : shape_(shape) {}

    [[nodiscard]] std::size_t points() const { return shape_.size; }
    void fill(std::size_t i, std::span<double> values) const {
        const auto row = shape_.given.subspan(i * shape_.factors, shape_.factors);
        std::copy(row.begin(), row.end(), values.begin());
    }

private:
    DesignShape shape_;
};

static_assert(Design<TableDesign>);

}  // namespace clout
