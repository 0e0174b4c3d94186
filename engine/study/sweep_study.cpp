#include "engine/study/sweep_study.hpp"

#include "engine/study/work_left.hpp"

#include <algorithm>

namespace clout {

std::vector<std::size_t> points_of(const SweepPlan& plan, const Shard& shard) {
    std::vector<std::size_t> points;
    for (std::size_t point = 0; point < plan.design.points(); ++point)
        if (shard.has(point)) points.push_back(point);
    return points;
}

void run_sweep(const SweepPlan& plan, Store& store, const Executor& executor,
               const std::function<void(const SweepProgress&)>& on_progress,
               const std::function<bool()>& stop) {
    const std::vector<std::size_t> pending = store.points(PointStatus::pending);
    WorkLeft work(pending.size());
    std::vector<std::size_t> points;
    for (const std::size_t position : work.order()) points.push_back(pending[position]);
    SweepProgress progress{0, pending.size(), 0, 0};
    const auto hand_over = [&](const PlayedPoint& played) {
        store.write(played);
        const auto position =
            std::lower_bound(pending.begin(), pending.end(), played.point) - pending.begin();
        work.played(static_cast<std::size_t>(position), played.seconds);
        ++progress.played;
        progress.failed += played.error.empty() ? 0 : 1;
        progress.work = work.done();
        on_progress(progress);
    };
    executor(points, {plan, hand_over, stop});
    store.commit();
}

}  // namespace clout
