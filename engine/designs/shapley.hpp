// Walks from one point to another, one factor at a time, in random orders: Shapley effects, which divide the
// whole variance (Goda 2021, Reliab. Eng. Syst. Saf. 213, 107702).
#pragma once

#include "engine/designs/sobol.hpp"

namespace clout {

struct ShapleyDesign {
    static constexpr std::string_view kName = "shapley";
    static constexpr std::string_view kSummary =
        "walks: what each factor is worth, interactions divided (Shapley effects)";
    static constexpr std::string_view kSize = "walks of factors + 1 points";
    static constexpr PointOrder kOrder = PointOrder::walks;
    static constexpr bool kExtends = true, kGiven = false;

    [[nodiscard]] static std::string refusal(const DesignShape& shape) { return sobol_refusal(shape, 2); }

    explicit ShapleyDesign(const DesignShape& shape)
        : shape_(shape), sequence_(2 * shape.factors, shape.seed) {}

    [[nodiscard]] std::size_t points() const { return shape_.size * (shape_.factors + 1); }
    void fill(std::size_t i, std::span<double> u) const {
        const std::size_t walk = i / (shape_.factors + 1), moved = i % (shape_.factors + 1);
        const std::vector<std::size_t> order =
            shuffled(shape_.factors, design_hash(shape_.seed, name_hash(kName), walk));
        for (std::size_t at = 0; at < shape_.factors; ++at)
            u[order[at]] = sequence_.at(walk, at < moved ? shape_.factors + order[at] : order[at]);
    }

private:
    DesignShape shape_;
    ScrambledSobol sequence_;
};

static_assert(Design<ShapleyDesign>);

}  // namespace clout
