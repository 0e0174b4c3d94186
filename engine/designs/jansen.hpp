// Stars for total indices: a point, then the same with one factor after the other taken from a second point
// (Jansen 1999, Comput. Phys. Commun. 117, 35–43).
#pragma once

#include "engine/designs/sobol.hpp"

namespace clout {

struct JansenDesign {
    static constexpr std::string_view kName = "jansen";
    static constexpr std::string_view kSummary = "stars: the total share of every factor";
    static constexpr std::string_view kSize = "stars of factors + 1 points";
    static constexpr PointOrder kOrder = PointOrder::stars;
    static constexpr bool kExtends = true, kGiven = false;

    [[nodiscard]] static std::string refusal(const DesignShape& shape) { return sobol_refusal(shape, 2); }

    explicit JansenDesign(const DesignShape& shape)
        : shape_(shape), sequence_(2 * shape.factors, shape.seed) {}

    [[nodiscard]] std::size_t points() const { return shape_.size * (shape_.factors + 1); }
    void fill(std::size_t i, std::span<double> u) const {
        const std::size_t star = i / (shape_.factors + 1), moved = i % (shape_.factors + 1);
        for (std::size_t factor = 0; factor < shape_.factors; ++factor)
            u[factor] = sequence_.at(star, factor + 1 == moved ? shape_.factors + factor : factor);
    }

private:
    DesignShape shape_;
    ScrambledSobol sequence_;
};

static_assert(Design<JansenDesign>);

}  // namespace clout
