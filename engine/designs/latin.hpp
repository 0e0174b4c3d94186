// A latin hypercube: each factor's range is cut into as many equally likely parts as there are points, and
// each part is used once (McKay, Beckman, Conover 1979, Technometrics 21, 239–245).
#pragma once

#include "engine/core/design_shape.hpp"
#include "engine/designs/addressed.hpp"

namespace clout {

struct LatinDesign {
    static constexpr std::string_view kName = "latin";
    static constexpr std::string_view kSummary =
        "a latin hypercube: each of N equally likely parts of a factor once";
    static constexpr std::string_view kSize = "points";
    static constexpr PointOrder kOrder = PointOrder::scattered;
    static constexpr bool kExtends = false, kGiven = false;

    [[nodiscard]] static std::string refusal(const DesignShape&) { return {}; }

    explicit LatinDesign(const DesignShape& shape) : shape_(shape) {}

    [[nodiscard]] std::size_t points() const { return shape_.size; }
    void fill(std::size_t i, std::span<double> u) const {
        for (std::size_t factor = 0; factor < shape_.factors; ++factor) {
            const std::uint64_t hash = design_hash(shape_.seed, name_hash(kName), factor);
            const auto part = static_cast<double>(permuted(i, shape_.size, hash));
            u[factor] = (part + open_unit(mix(hash ^ mix(i)))) / static_cast<double>(shape_.size);
        }
    }

private:
    DesignShape shape_;
};

static_assert(Design<LatinDesign>);

}  // namespace clout
