#include "engine/study/work_left.hpp"

#include <algorithm>

namespace clout {
namespace {

constexpr std::size_t kSample = 64;  // [points] that are played first, where there are eight times as many
constexpr double kNeighbours = 2;    // [points] that what is played on either side of a stretch counts for

}  // namespace

WorkLeft::WorkLeft(std::size_t points) : points_(points) {
    const std::size_t count = std::clamp<std::size_t>(points / 8, 1, kSample);
    std::vector<bool> sampled(points, false);
    for (std::size_t i = 0; i < count && points > 0; ++i) {
        const std::size_t first = points * i / count, next = points * (i + 1) / count;
        stretches_.push_back({next - first, 0, 0});
        order_.push_back(first);
        sampled[first] = true;
    }
    for (std::size_t position = 0; position < points; ++position)
        if (!sampled[position]) order_.push_back(position);
}

void WorkLeft::played(std::size_t position, double seconds) {
    // The stretch whose first position is the last that is not beyond it.
    std::size_t at = position * stretches_.size() / points_;
    while (at + 1 < stretches_.size() && points_ * (at + 1) / stretches_.size() <= position) ++at;
    Stretch& stretch = stretches_[at];
    ++stretch.played;
    stretch.seconds += seconds;
    ++played_;
    seconds_ += seconds;
}

double WorkLeft::done() const {
    if (played_ == points_) return 1;
    if (played_ == 0) return 0;
    const double mean = seconds_ / static_cast<double>(played_);
    const auto mean_of = [&](std::size_t at) {
        const bool known = at < stretches_.size() && stretches_[at].played > 0;
        return known ? stretches_[at].seconds / static_cast<double>(stretches_[at].played) : mean;
    };
    double left = 0;
    for (std::size_t at = 0; at < stretches_.size(); ++at) {
        const Stretch& stretch = stretches_[at];
        const double around = (mean_of(at) + mean_of(at + 1 < stretches_.size() ? at + 1 : at)) / 2;
        const auto played = static_cast<double>(stretch.played);
        const double expected = (stretch.seconds + kNeighbours * around) / (played + kNeighbours);
        left += static_cast<double>(stretch.positions - stretch.played) * expected;
    }
    return seconds_ + left > 0 ? seconds_ / (seconds_ + left)
                               : static_cast<double>(played_) / static_cast<double>(points_);
}

}  // namespace clout
