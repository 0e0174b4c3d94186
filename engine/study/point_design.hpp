// A design of the shelf, chosen by its name: the points of a study.
#pragma once

#include "engine/base/result.hpp"
#include "engine/core/design_shape.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct DesignChoice {
    std::string name = "sobol";
    std::size_t size = 0;       // what the design counts
    std::uint64_t seed = 1;     // of the points; futures have the scenario's
    std::vector<double> given;  // (rows × factors) of a table
};

class PointDesign {
public:
    // A problem of the request where there is no such design, or none of that shape.
    [[nodiscard]] static Result<PointDesign> make(const DesignChoice& choice, std::size_t factors);

    [[nodiscard]] std::size_t points() const { return points_; }
    [[nodiscard]] PointOrder order() const { return order_; }
    [[nodiscard]] bool extends() const { return extends_; }
    [[nodiscard]] bool given() const { return given_; }                  // values, no quantiles
    [[nodiscard]] const std::string& counts() const { return counts_; }  // "points", "levels a factor"
    [[nodiscard]] std::vector<double> point(std::size_t i) const;        // (factors)

private:
    std::size_t points_ = 0, factors_ = 0;
    PointOrder order_ = PointOrder::scattered;
    bool extends_ = false, given_ = false;
    std::string counts_;
    std::function<void(std::size_t, std::span<double>)> fill_;
};

}  // namespace clout
