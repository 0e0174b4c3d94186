#include "engine/analysis/estimators/nearest_split.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace clout {
namespace {

using Vector = Eigen::VectorXd;

double norm(std::span<const double> parts) {
    double sum = 0;
    for (const double part : parts) sum += part * part;
    return std::sqrt(sum);
}

// The nearest split to any point (Held, Wolfe and Crowder 1974).
std::vector<double> onto_simplex(std::vector<double> point) {
    std::vector<double> sorted = point;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    double sum = 0, shift = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        sum += sorted[k];
        const double here = (sum - 1) / static_cast<double>(k + 1);
        if (sorted[k] > here) shift = here;
    }
    for (double& part : point) part = std::max(0.0, part - shift);
    return point;
}

class SplitSearch {
public:
    SplitSearch(const Misses& misses, std::vector<double> start) : misses_(misses), split_(std::move(start)) {
        missed_ = misses_(split_);
    }

    NearestSplit run() {
        descend();
        if (norm(missed_) > kMet) exchange();
        if (norm(missed_) > kMet) descend();
        return {split_, norm(missed_)};
    }

private:
    bool try_split(std::vector<double> split) {
        auto missed = misses_(split);
        if (!(norm(missed) < norm(missed_) * (1 - 1e-9))) return false;
        split_ = std::move(split);
        missed_ = std::move(missed);
        return true;
    }

    // How the misses change on the way to each corner.
    [[nodiscard]] Eigen::MatrixXd slopes() const {
        constexpr double kStep = 1e-5;
        Eigen::MatrixXd slope(missed_.size(), split_.size());
        for (std::size_t k = 0; k < split_.size(); ++k) {
            std::vector<double> moved = split_;
            for (double& part : moved) part *= 1 - kStep;
            moved[k] += kStep;
            const auto missed = misses_(moved);
            for (std::size_t m = 0; m < missed.size(); ++m)
                slope(static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(k)) =
                    (missed[m] - missed_[m]) / kStep;
        }
        return slope;
    }

    [[nodiscard]] std::vector<double> moved_by(const Vector& towards) const {
        std::vector<double> point = split_;
        for (std::size_t k = 0; k < point.size(); ++k)
            point[k] += towards[static_cast<Eigen::Index>(k)] - split_[k] * towards.sum();
        return onto_simplex(std::move(point));
    }

    void descend() {
        constexpr int kMostSteps = 40;
        constexpr double kStiff = 1e6;
        double damping = 1e-4;
        for (int step = 0; step < kMostSteps && norm(missed_) > kMet; ++step) {
            const Eigen::MatrixXd slope = slopes();
            const Vector missed =
                Eigen::Map<const Vector>(missed_.data(), static_cast<Eigen::Index>(missed_.size()));
            const Eigen::MatrixXd normal = slope.transpose() * slope;
            const Vector pull = -slope.transpose() * missed;
            const double scale = std::max(normal.diagonal().maxCoeff(), 1e-300);
            const auto identity = Eigen::MatrixXd::Identity(normal.rows(), normal.cols());
            bool nearer = false;
            for (; !nearer && damping < kStiff; damping *= nearer ? 0.1 : 5) {
                const Vector towards = (normal + damping * scale * identity).ldlt().solve(pull);
                nearer = towards.allFinite() && try_split(moved_by(towards));
            }
            if (!nearer) return;
        }
    }

    // Moves a part from one to another as long as that leads nearer, then smaller parts.
    void exchange() {
        constexpr double kFirstPart = 0.1, kLast = 1e-5;
        constexpr int kMostRounds = 200;
        double part = kFirstPart;
        for (int round = 0; round < kMostRounds && part > kLast && norm(missed_) > kMet; ++round) {
            if (!exchange_each(part)) part /= 2;
        }
    }

    bool exchange_each(double part) {
        bool nearer = false;
        for (std::size_t from = 0; from < split_.size(); ++from) {
            for (std::size_t to = 0; to < split_.size(); ++to) {
                const double moves = std::min(part, split_[from]);
                if (from == to || !(moves > 0)) continue;
                std::vector<double> moved = split_;
                moved[from] -= moves;
                moved[to] += moves;
                nearer = try_split(std::move(moved)) || nearer;
            }
        }
        return nearer;
    }

    const Misses& misses_;
    std::vector<double> split_, missed_;
};

}  // namespace

NearestSplit nearest_split(const Misses& misses, std::span<const std::vector<double>> starts) {
    NearestSplit best;
    for (const std::vector<double>& start : starts) {
        NearestSplit found = SplitSearch(misses, start).run();
        if (best.split.empty() || found.distance < best.distance * (1 - 1e-6)) best = std::move(found);
        if (best.distance <= kMet) break;
    }
    return best;
}

}  // namespace clout
