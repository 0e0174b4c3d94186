#include "engine/study/point_players.hpp"

#include <mutex>

namespace clout {

// Players that wait for a point; at most as many as threads.
struct PointPlayers::Waiting {
    std::mutex mutex;
    std::vector<std::unique_ptr<PointPlayer>> players;

    std::unique_ptr<PointPlayer> take(const SweepPlan& plan) {
        const std::scoped_lock lock(mutex);
        if (players.empty()) return std::make_unique<PointPlayer>(plan);
        std::unique_ptr<PointPlayer> player = std::move(players.back());
        players.pop_back();
        return player;
    }
    void give_back(std::unique_ptr<PointPlayer> player) {
        const std::scoped_lock lock(mutex);
        players.push_back(std::move(player));
    }
};

PointPlayers::PointPlayers(const SweepPlan& plan, Workers workers)
    : plan_(plan),
      workers_(workers),
      threads_(thread_count(workers)),
      waiting_(std::make_unique<Waiting>()) {}

PointPlayers::~PointPlayers() = default;

std::vector<PlayedPoint> PointPlayers::play(std::span<const std::size_t> points,
                                            const std::function<bool()>& stop) {
    std::vector<PlayedPoint> played(points.size());
    std::vector<char> finished(points.size(), 0);
    const auto play_one = [&](std::size_t i, Workers inside) {
        std::unique_ptr<PointPlayer> player = waiting_->take(plan_);
        played[i] = player->play(points[i], inside, stop);
        waiting_->give_back(std::move(player));
        finished[i] = played[i].abandoned() ? 0 : 1;
    };
    if (points.size() >= threads_)
        parallel_for(
            points.size(), workers_, [&](std::size_t i) { play_one(i, Workers{1}); }, stop);
    else
        for (std::size_t i = 0; i < points.size() && !stop(); ++i) play_one(i, workers_);
    std::vector<PlayedPoint> all;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (finished[i] != 0) all.push_back(std::move(played[i]));
    return all;
}

}  // namespace clout
