// Several points at once on the threads of one process: players of points that are kept from batch to batch,
// as making one copies the arms.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/study/played_point.hpp"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace clout {

class PointPlayers {
public:
    PointPlayers(const SweepPlan& plan, Workers workers);
    ~PointPlayers();
    PointPlayers(const PointPlayers&) = delete;
    PointPlayers& operator=(const PointPlayers&) = delete;

    // Whole points at once where there is one for each thread, threads inside a point where there are fewer.
    // In the order of `points`; those that were not begun when `stop` answered true, or would
    // have taken long after it, are left out.
    [[nodiscard]] std::vector<PlayedPoint> play(std::span<const std::size_t> points,
                                                const std::function<bool()>& stop);
    [[nodiscard]] std::size_t threads() const { return threads_; }

private:
    struct Waiting;
    const SweepPlan& plan_;
    Workers workers_;
    std::size_t threads_;
    std::unique_ptr<Waiting> waiting_;
};

}  // namespace clout
