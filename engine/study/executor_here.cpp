#include "engine/study/executor.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

namespace clout {
namespace {

// Players that wait for a point; at most as many as threads.
class Players {
public:
    explicit Players(const SweepPlan& plan) : plan_(plan) {}

    PlayedPoint play(std::size_t point, Workers inside) {
        std::unique_ptr<PointPlayer> player = take();
        PlayedPoint played = player->play(point, inside);
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(player));
        return played;
    }

private:
    std::unique_ptr<PointPlayer> take() {
        const std::scoped_lock lock(mutex_);
        if (waiting_.empty()) return std::make_unique<PointPlayer>(plan_);
        std::unique_ptr<PointPlayer> player = std::move(waiting_.back());
        waiting_.pop_back();
        return player;
    }

    const SweepPlan& plan_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<PointPlayer>> waiting_;
};

}  // namespace

Executor executor_here(Workers workers) {
    return [workers](std::span<const std::size_t> points, const PointWork& work) {
        constexpr std::size_t kInHand = 32;  // points a thread between two writings
        const std::size_t threads = thread_count(workers);
        const bool many = points.size() >= 2 * threads;
        const std::size_t batch = many ? kInHand * threads : 1;
        Players players(work.plan);
        std::vector<PlayedPoint> played;
        for (std::size_t first = 0; first < points.size() && !work.stop(); first += batch) {
            const std::size_t count = std::min(batch, points.size() - first);
            played.assign(count, {});
            std::vector<char> finished(count, 0);
            const auto play = [&](std::size_t i) {
                played[i] = players.play(points[first + i], many ? Workers{1} : workers);
                finished[i] = 1;
            };
            if (many)
                parallel_for(count, workers, play, work.stop);
            else
                play(0);
            for (std::size_t i = 0; i < count; ++i)
                if (finished[i] != 0) work.hand_over(std::move(played[i]));
        }
    };
}

}  // namespace clout
