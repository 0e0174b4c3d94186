// Points that fill the space evenly, and to which more can be added: an Owen-scrambled Sobol sequence.
#pragma once

#include "engine/core/design_shape.hpp"
#include "engine/designs/scrambled_sobol.hpp"

namespace clout {

// Why there are no such many points in so many dimensions; empty = there are.
[[nodiscard]] inline std::string sobol_refusal(const DesignShape& shape, std::size_t dimensions_a_factor) {
    const std::size_t most = ScrambledSobol::kMostDimensions / dimensions_a_factor;
    if (shape.factors > most)
        return "there are " + std::to_string(shape.factors) + " factors; this design can take " +
               std::to_string(most) + ": name fewer";
    return shape.size > ScrambledSobol::kMostPoints ? "a Sobol sequence ends after 2^32 points"
                                                    : std::string();
}

struct SobolDesign {
    static constexpr std::string_view kName = "sobol";
    static constexpr std::string_view kSummary =
        "a scrambled Sobol sequence: even in every part, and more can be added";
    static constexpr std::string_view kSize = "points";
    static constexpr PointOrder kOrder = PointOrder::scattered;
    static constexpr bool kExtends = true, kGiven = false;

    [[nodiscard]] static std::string refusal(const DesignShape& shape) { return sobol_refusal(shape, 1); }

    explicit SobolDesign(const DesignShape& shape) : shape_(shape), sequence_(shape.factors, shape.seed) {}

    [[nodiscard]] std::size_t points() const { return shape_.size; }
    void fill(std::size_t i, std::span<double> u) const {
        for (std::size_t factor = 0; factor < shape_.factors; ++factor) u[factor] = sequence_.at(i, factor);
    }

private:
    DesignShape shape_;
    ScrambledSobol sequence_;
};

static_assert(Design<SobolDesign>);

}  // namespace clout
