#include "engine/analysis/estimators/sparse_chaos.hpp"

#include "engine/analysis/estimators/matching_pursuit.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace clout {
namespace {

constexpr std::size_t kMostPoints = 20'000, kMostCandidates = 600, kInteracting = 8,
                      kFewestPoints = 3 * kGroups;
constexpr int kLeastDegree = 2, kMostDegree = 10;

using Basis = std::vector<ChaosTerm>;

// Legendre's polynomial of that degree in 2u − 1, scaled so that its mean square over (0, 1) is 1.
double legendre(int degree, double u) {
    const double x = 2 * u - 1;
    double before = 1, here = x;
    for (int n = 1; n < degree; ++n) {
        const double next = ((2 * n + 1) * x * here - n * before) / (n + 1);
        before = here;
        here = next;
    }
    return std::sqrt(2.0 * degree + 1) * here;
}

Eigen::VectorXd column_of(const Sample& sample, const ChaosTerm& term) {
    Eigen::VectorXd column(static_cast<Eigen::Index>(sample.size()));
    for (std::size_t r = 0; r < sample.size(); ++r) {
        double value = legendre(term.degree, sample.at(r, term.one));
        if (term.of_two()) value *= legendre(term.other_degree, sample.at(r, term.other));
        column[static_cast<Eigen::Index>(r)] = value;
    }
    return column;
}

Eigen::MatrixXd columns_of(const Sample& sample, const Basis& basis) {
    Eigen::MatrixXd columns(static_cast<Eigen::Index>(sample.size()),
                            static_cast<Eigen::Index>(basis.size()));
    for (std::size_t t = 0; t < basis.size(); ++t)
        columns.col(static_cast<Eigen::Index>(t)) = column_of(sample, basis[t]);
    return columns;
}

Basis alone(std::size_t factors, int degree) {
    Basis basis;
    for (std::size_t factor = 0; factor < factors; ++factor)
        for (int n = 1; n <= degree; ++n) basis.push_back({factor, factor, n, 0, 0});
    return basis;
}

void add_pairs(std::span<const std::size_t> factors, int degree, Basis& basis) {
    for (std::size_t a = 0; a < factors.size(); ++a)
        for (std::size_t b = a + 1; b < factors.size(); ++b)
            for (int n = 1; n < degree; ++n)
                for (int m = 1; n + m <= degree; ++m)
                    basis.push_back({std::min(factors[a], factors[b]), std::max(factors[a], factors[b]),
                                     factors[a] < factors[b] ? n : m, factors[a] < factors[b] ? m : n, 0});
}

// The highest degree whose polynomials are no more than a third of the points.
int degree_for(std::size_t factors, std::size_t points) {
    const std::size_t most = std::min(points / 3, kMostCandidates),
                      together = std::min(factors, kInteracting);
    int degree = kLeastDegree;
    for (; degree < kMostDegree; ++degree) {
        const auto next = static_cast<std::size_t>(degree) + 1;
        if (factors * next + together * (together - 1) / 2 * (next * (next - 1) / 2) > most) break;
    }
    return degree;
}

// The factors that stand in what was chosen, by what they carry; then the others.
std::vector<std::size_t> strongest(const Sample& sample, int degree) {
    const Basis basis = alone(sample.factors, degree);
    const Pursuit found = pursue(columns_of(sample, basis), sample.values);
    std::vector<double> carried(sample.factors);
    for (std::size_t s = 0; s < found.chosen.size(); ++s)
        carried[basis[found.chosen[s]].one] += found.gains[s];
    std::vector<std::size_t> order(sample.factors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return carried[a] > carried[b]; });
    order.resize(std::min(order.size(), kInteracting));
    return order;
}

// Least squares on the chosen terms, with a group of points left out: the Gram matrix of each group is kept.
class Fit {
public:
    Fit(const Sample& sample, const Basis& basis) : basis_(basis) {
        const Eigen::Index p = static_cast<Eigen::Index>(basis.size()) + 1;
        const Eigen::MatrixXd columns = columns_of(sample, basis);
        const double mean = mean_of(sample.values);
        for (Part& part : parts_) part = {Eigen::MatrixXd::Zero(p, p), Eigen::VectorXd::Zero(p), 0, 0};
        Eigen::VectorXd row(p);
        for (std::size_t r = 0; r < sample.size(); ++r) {
            row[0] = 1;
            row.tail(p - 1) = columns.row(static_cast<Eigen::Index>(r)).transpose();
            Part& part = parts_[r % kGroups];
            const double value = sample.values[r] - mean;
            part.gram.selfadjointView<Eigen::Lower>().rankUpdate(row);
            part.right += value * row;
            part.squares += value * value;
            part.count += 1;
        }
    }

    // Squares of coefficients, less what chance gives them, as shares of the variance: one a term.
    std::vector<double> shares(std::size_t left_out) const {
        const Part all = sum_without(left_out);
        const Eigen::LDLT<Eigen::MatrixXd> solver(all.gram.selfadjointView<Eigen::Lower>());
        const Eigen::VectorXd coefficients = solver.solve(all.right);
        const Eigen::Index p = all.gram.rows();
        const double left = all.squares - coefficients.dot(all.right);
        const double noise = std::max(0.0, left) / std::max(1.0, all.count - static_cast<double>(p));
        const Eigen::MatrixXd inverse = solver.solve(Eigen::MatrixXd::Identity(p, p));
        const double variance = (all.squares - all.right[0] * all.right[0] / all.count) / (all.count - 1);
        std::vector<double> shares;
        for (Eigen::Index t = 1; t < p; ++t)
            shares.push_back((coefficients[t] * coefficients[t] - noise * inverse(t, t)) / variance);
        return shares;
    }

    Basis terms() const {
        const Part all = sum_without(kGroups);
        const Eigen::LDLT<Eigen::MatrixXd> solver(all.gram.selfadjointView<Eigen::Lower>());
        const Eigen::VectorXd coefficients = solver.solve(all.right);
        Basis terms = basis_;
        for (std::size_t t = 0; t < terms.size(); ++t)
            terms[t].coefficient = coefficients[static_cast<Eigen::Index>(t) + 1];
        return terms;
    }

private:
    struct Part {
        Eigen::MatrixXd gram;
        Eigen::VectorXd right;
        double squares = 0, count = 0;
    };

    Part sum_without(std::size_t left_out) const {
        const Eigen::Index p = parts_[0].gram.rows();
        Part all{Eigen::MatrixXd::Zero(p, p), Eigen::VectorXd::Zero(p), 0, 0};
        for (std::size_t g = 0; g < kGroups; ++g) {
            if (g == left_out) continue;
            all.gram += parts_[g].gram;
            all.right += parts_[g].right;
            all.squares += parts_[g].squares;
            all.count += parts_[g].count;
        }
        return all;
    }

    const Basis& basis_;
    std::array<Part, kGroups> parts_;
};

// Which sums of terms are asked for: first and total shares of each factor, then of each pair.
std::vector<PairShare> pairs_in(const Basis& basis) {
    std::map<std::pair<std::size_t, std::size_t>, bool> known;
    std::vector<PairShare> pairs;
    for (const ChaosTerm& term : basis)
        if (term.of_two() && known.try_emplace({term.one, term.other}, true).second)
            pairs.push_back({term.one, term.other, {}});
    return pairs;
}

void add_shares(const Fit& fit, const Basis& basis, std::size_t factors, Chaos& chaos) {
    std::vector<PairShare> pairs = pairs_in(basis);
    const auto estimates =
        jackknife(2 * factors + pairs.size(), [&](std::size_t left_out, std::span<double> out) {
            const std::vector<double> shares = fit.shares(left_out);
            for (std::size_t t = 0; t < basis.size(); ++t) {
                const ChaosTerm& term = basis[t];
                if (!term.of_two()) out[term.one] += shares[t];
                out[factors + term.one] += shares[t];
                if (term.of_two()) out[factors + term.other] += shares[t];
                for (std::size_t p = 0; p < pairs.size() && term.of_two(); ++p)
                    if (pairs[p].one == term.one && pairs[p].other == term.other)
                        out[2 * factors + p] += shares[t];
            }
        });
    const auto at = [&](std::size_t i) { return estimates.begin() + static_cast<std::ptrdiff_t>(i); };
    chaos.first.assign(at(0), at(factors));
    chaos.total.assign(at(factors), at(2 * factors));
    for (std::size_t p = 0; p < pairs.size(); ++p) pairs[p].share = estimates[2 * factors + p];
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const PairShare& a, const PairShare& b) { return a.share.value > b.share.value; });
    chaos.pairs = std::move(pairs);
}

}  // namespace

Chaos fit_chaos(const Sample& whole) {
    Sample sample = whole;
    if (sample.size() > kMostPoints) {
        sample.values = sample.values.first(kMostPoints);
        sample.quantiles = sample.quantiles.first(kMostPoints * sample.factors);
    }
    Chaos chaos;
    chaos.first.resize(sample.factors);
    chaos.total.resize(sample.factors);
    if (sample.size() < kFewestPoints || !(variance_of(sample.values) > 0)) return chaos;
    const int degree = degree_for(sample.factors, sample.size());
    Basis candidates = alone(sample.factors, degree);
    add_pairs(strongest(sample, degree), degree, candidates);
    const Pursuit found = pursue(columns_of(sample, candidates), sample.values);
    chaos.q2 = found.q2;
    Basis basis;
    for (const std::size_t row : found.chosen) basis.push_back(candidates[row]);
    if (basis.empty()) return chaos;
    const Fit fit(sample, basis);
    chaos.terms = fit.terms();
    add_shares(fit, basis, sample.factors, chaos);
    return chaos;
}

}  // namespace clout
