// Paths on which one factor moves at a time, to screen many factors cheaply (Morris 1991, Technometrics 33,
// 161–174).
#pragma once

#include "engine/core/design_shape.hpp"
#include "engine/designs/addressed.hpp"

namespace clout {

struct MorrisDesign {
    static constexpr std::string_view kName = "morris";
    static constexpr std::string_view kSummary =
        "paths on which one factor moves at a time: which factors matter at all";
    static constexpr std::string_view kSize = "paths of factors + 1 points";
    static constexpr PointOrder kOrder = PointOrder::paths;
    static constexpr bool kExtends = true, kGiven = false;
    static constexpr double kLevels = 4;  // in the middle of equally likely quarters
    static constexpr double kStep = 0.5;  // half the levels: every level is equally likely

    [[nodiscard]] static std::string refusal(const DesignShape&) { return {}; }

    explicit MorrisDesign(const DesignShape& shape) : shape_(shape) {}

    [[nodiscard]] std::size_t points() const { return shape_.size * (shape_.factors + 1); }
    void fill(std::size_t i, std::span<double> u) const {
        const std::size_t path = i / (shape_.factors + 1), moved = i % (shape_.factors + 1);
        const std::uint64_t hash = design_hash(shape_.seed, name_hash(kName), path);
        const std::vector<std::size_t> order = shuffled(shape_.factors, hash);
        for (std::size_t at = 0; at < shape_.factors; ++at) {
            const std::uint64_t chance = mix(hash ^ mix(order[at]));
            const bool starts_high = (chance >> 1 & 1) != 0, has_moved = at < moved;
            const double low = (static_cast<double>(chance & 1) + 0.5) / kLevels;
            u[order[at]] = low + (starts_high != has_moved ? kStep : 0.0);
        }
    }

private:
    DesignShape shape_;
};

static_assert(Design<MorrisDesign>);

}  // namespace clout
