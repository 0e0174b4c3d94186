#include "engine/analysis/estimators/matching_pursuit.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr Eigen::Index kMostTerms = 80;
constexpr double kSpent = 1e-10;  // of a column's squares: it is a sum of those chosen

// What is left of values and columns once all that was chosen is taken out of them.
class Residue {
public:
    Residue(Eigen::MatrixXd& columns, std::span<const double> values)
        : columns_(columns), left_(static_cast<Eigen::Index>(values.size())) {
        const Eigen::Index n = left_.size();
        for (Eigen::Index r = 0; r < n; ++r) left_[r] = values[static_cast<std::size_t>(r)];
        left_.array() -= left_.mean();
        for (Eigen::Index c = 0; c < columns_.cols(); ++c) columns_.col(c).array() -= columns_.col(c).mean();
        squares_ = columns_.colwise().squaredNorm().transpose();
        whole_ = squares_;
        leverage_ = Eigen::VectorXd::Constant(n, 1 / static_cast<double>(n));
    }

    // The column that would take away most, and how much; −1 where there is none.
    std::pair<Eigen::Index, double> best() const {
        const Eigen::VectorXd along = columns_.transpose() * left_;
        std::pair<Eigen::Index, double> best{-1, 0};
        for (Eigen::Index c = 0; c < columns_.cols(); ++c) {
            if (!(squares_[c] > kSpent * whole_[c])) continue;
            const double gain = along[c] * along[c] / squares_[c];
            if (gain > best.second) best = {c, gain};
        }
        return best;
    }

    void take(Eigen::Index c) {
        const Eigen::VectorXd unit = columns_.col(c) / std::sqrt(squares_[c]);
        left_ -= unit * unit.dot(left_);
        leverage_.array() += unit.array().square();
        const Eigen::VectorXd along = columns_.transpose() * unit;
        columns_.noalias() -= unit * along.transpose();
        squares_ -= along.cwiseAbs2();
        squares_[c] = 0;
    }

    double sum_of_squares() const { return left_.squaredNorm(); }

    // Σ of what each point would miss by, were it left out of the fit.
    double left_out() const { return (left_.array() / (1 - leverage_.array()).max(1e-6)).square().sum(); }

private:
    Eigen::MatrixXd& columns_;
    Eigen::VectorXd left_, squares_, whole_, leverage_;
};

}  // namespace

Pursuit pursue(Eigen::MatrixXd columns, std::span<const double> values) {
    Residue residue(columns, values);
    const auto n = static_cast<double>(values.size());
    const double whole = residue.left_out(), by_chance = 2 * std::log(static_cast<double>(columns.cols()));
    const Eigen::Index most = std::min(kMostTerms, static_cast<Eigen::Index>(values.size()) / 4);
    Pursuit found;
    for (Eigen::Index terms = 1; terms <= most; ++terms) {
        const auto [column, gain] = residue.best();
        const double left = residue.sum_of_squares() - gain;
        const double noise = std::max(0.0, left) / (n - static_cast<double>(terms) - 1);
        if (column < 0 || gain <= by_chance * noise) break;
        residue.take(column);
        found.chosen.push_back(static_cast<std::size_t>(column));
        found.gains.push_back(gain);
        if (!(left > 1e-12 * whole)) break;
    }
    found.q2 = 1 - residue.left_out() / whole;
    return found;
}

}  // namespace clout
