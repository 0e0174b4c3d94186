// All that a design may see: how many factors, how large, which luck. A design says where a study samples:
// its points are quantiles of the factors, each strictly between 0 and 1.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace clout {

struct DesignShape {
    std::size_t factors = 0;
    std::size_t size = 0;           // what the design counts (its kSize): points, levels, trajectories, …
    std::uint64_t seed = 1;         // of the design's own luck: no future depends on it
    std::span<const double> given;  // (rows × factors) of a design that is a table; else empty
};

// How the points of a design belong together, and with it which estimators may read it.
enum class PointOrder : std::uint8_t {
    scattered,  // each point for itself
    paths,      // factors + 1 points a path: one factor moves at a time, in an order of its own
    stars,      // factors + 1 points a star: its centre, then each factor moved alone, in their order
    walks,      // factors + 1 points a walk from one random point to another, in an order of its own
};

// The contract of the shelf. Point i is a pure function of the shape and i: it may be asked for in any order,
// by anybody. Where kExtends, a larger size keeps the points of the smaller one and adds to them.
template <class D>
concept Design = requires(const DesignShape& shape, const D& design, std::size_t i, std::span<double> u) {
    { D::kName } -> std::convertible_to<std::string_view>;
    { D::kSummary } -> std::convertible_to<std::string_view>;
    { D::kSize } -> std::convertible_to<std::string_view>;  // "points", "levels a factor"
    { D::kOrder } -> std::convertible_to<PointOrder>;
    { D::kExtends } -> std::convertible_to<bool>;
    { D::kGiven } -> std::convertible_to<bool>;  // the points are values that somebody listed, no quantiles
    {
        D::refusal(shape)
        } -> std::convertible_to<std::string>;  // why there is none of that shape; "" = there is
    D(shape);
    { design.points() } -> std::convertible_to<std::size_t>;
    design.fill(i, u);  // u (factors)
};

}  // namespace clout
