// Every combination of some levels of every factor; the last factor moves fastest.
#pragma once

#include "engine/core/design_shape.hpp"

namespace clout {

struct GridDesign {
    static constexpr std::string_view kName = "grid";
    static constexpr std::string_view kSummary = "every combination of some levels of every factor";
    static constexpr std::string_view kSize = "levels a factor";
    static constexpr PointOrder kOrder = PointOrder::scattered;
    static constexpr bool kExtends = false, kGiven = false;
    static constexpr std::size_t kMost = 100'000'000;  // points

    [[nodiscard]] static std::string refusal(const DesignShape& shape) {
        std::size_t points = 1;
        for (std::size_t factor = 0; factor < shape.factors; ++factor) {
            if (shape.size > 0 && points > kMost / shape.size)
                return "a grid of " + std::to_string(shape.size) + " levels of " +
                       std::to_string(shape.factors) + " factors has more than 100 million points";
            points *= shape.size;
        }
        return {};
    }

    explicit GridDesign(const DesignShape& shape) : shape_(shape) {}

    [[nodiscard]] std::size_t points() const {
        std::size_t points = 1;
        for (std::size_t factor = 0; factor < shape_.factors; ++factor) points *= shape_.size;
        return points;
    }
    // Levels stand in the middle of equally likely parts.
    void fill(std::size_t i, std::span<double> u) const {
        for (std::size_t factor = shape_.factors; factor-- > 0; i /= shape_.size)
            u[factor] = (static_cast<double>(i % shape_.size) + 0.5) / static_cast<double>(shape_.size);
    }

private:
    DesignShape shape_;
};

static_assert(Design<GridDesign>);

}  // namespace clout
