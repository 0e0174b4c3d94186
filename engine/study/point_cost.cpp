#include "engine/study/point_cost.hpp"

#include "engine/study/played_point.hpp"
#include "engine/study/work_left.hpp"

#include <algorithm>
#include <numeric>

namespace clout {

PointCost measure_points(const SweepPlan& plan, std::size_t most, double seconds) {
    PointPlayer player(plan);
    const WorkLeft sample(plan.design.points());
    double taken = 0;
    PointCost cost;
    // With a stride that meets each of them once, so that the first few stand apart, too.
    const std::size_t count = std::min(most, sample.order().size());
    std::size_t stride = std::max<std::size_t>(1, count * 5 / 8);
    while (std::gcd(stride, count) != 1) ++stride;
    for (std::size_t i = 0; i < count && (i == 0 || taken < seconds); ++i) {
        const std::size_t at = i * stride % count;
        taken += player.play(sample.order()[at], Workers{1}).seconds;
        ++cost.measured;
    }
    cost.seconds = taken / static_cast<double>(cost.measured);
    return cost;
}

}  // namespace clout
