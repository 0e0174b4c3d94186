#include "engine/study/executor.hpp"
#include "engine/study/point_players.hpp"

#include <algorithm>

namespace clout {

Executor executor_here(Workers workers) {
    return [workers](std::span<const std::size_t> points, const PointWork& work) {
        constexpr std::size_t kInHand = 32;  // points a thread between two writings
        PointPlayers players(work.plan, workers);
        const bool many = points.size() >= 2 * players.threads();
        const std::size_t batch = many ? kInHand * players.threads() : 1;
        for (std::size_t first = 0; first < points.size() && !work.stop(); first += batch)
            for (PlayedPoint& played :
                 players.play(points.subspan(first, std::min(batch, points.size() - first)), work.stop))
                work.hand_over(std::move(played));
    };
}

}  // namespace clout
