#include "engine/analysis/power_index.hpp"

#include "engine/base/sine_cosine.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace clout {
namespace {

struct Node {
    double at, weight;
};

// Gauss–Legendre on (0, 1): exact for polynomials of degree 2n − 1. Newton's method on the Legendre
// recurrence.
std::vector<Node> quadrature(std::size_t n) {
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < n; ++i) {
        const Pack<1> turns((static_cast<double>(i) + 0.75) / (2 * static_cast<double>(n) + 1));
        double x = sin_cos_2pi(turns).cos[0];
        double slope = 1;
        for (int step = 0; step < 100; ++step) {
            double before = 1, now = x;
            for (std::size_t k = 2; k <= n; ++k) {
                const double degree = static_cast<double>(k);
                const double next = ((2 * degree - 1) * x * now - (degree - 1) * before) / degree;
                before = std::exchange(now, next);
            }
            slope = static_cast<double>(n) * (x * now - before) / (x * x - 1);
            const double move = now / slope;
            x -= move;
            if (std::abs(move) < 1e-16) break;
        }
        nodes.push_back({(x + 1) / 2, 1 / ((1 - x * x) * slope * slope)});
    }
    return nodes;
}

// The chance that the others' votes fall short of the quota by at most `own`, when each joins with chance p.
double swing(std::span<const std::uint64_t> others, std::uint64_t own, std::uint64_t quota, double p) {
    std::vector<double> chance(quota, 0.0);  // [chance] of each sum of votes below the quota
    chance[0] = 1.0;
    for (const std::uint64_t votes : others) {
        if (votes == 0) continue;  // whether it joins changes no sum
        for (std::uint64_t sum = quota; sum-- > 0;) {
            chance[sum] *= 1 - p;
            if (sum >= votes) chance[sum] += p * chance[sum - votes];
        }
    }
    double swings = 0;
    for (std::uint64_t sum = quota > own ? quota - own : 0; sum < quota; ++sum) swings += chance[sum];
    return swings;
}

// Votes as whole numbers, and how many of them make a majority.
std::pair<std::vector<std::uint64_t>, std::uint64_t> whole_votes(std::span<const double> votes,
                                                                 double quota) {
    const double total = std::accumulate(votes.begin(), votes.end(), 0.0);
    double scale = 100'000 / total;
    for (double denominator = 1; denominator <= 10'000; ++denominator) {
        const bool fits = std::all_of(votes.begin(), votes.end(), [&](double v) {
            return std::abs(v * denominator - std::round(v * denominator)) < 1e-9 * denominator;
        });
        if (!fits) continue;
        scale = denominator;
        break;
    }
    std::vector<std::uint64_t> whole;
    for (const double v : votes) whole.push_back(static_cast<std::uint64_t>(std::llround(v * scale)));
    const double all = static_cast<double>(std::accumulate(whole.begin(), whole.end(), std::uint64_t{0}));
    return {whole, static_cast<std::uint64_t>(std::floor(quota * all + 1e-9)) + 1};
}

}  // namespace

// Shapley–Shubik as the mean over p of the chance of a swing (Owen 1972): a polynomial in p, integrated
// exactly.
std::vector<VotingPower> voting_power(std::span<const std::uint64_t> votes, std::uint64_t quota) {
    std::vector<VotingPower> power(votes.size());
    const std::uint64_t total = std::accumulate(votes.begin(), votes.end(), std::uint64_t{0});
    if (quota == 0 || quota > total) return power;
    const std::vector<Node> nodes = quadrature(votes.size() / 2 + 1);
    std::map<std::uint64_t, VotingPower> of_votes;  // players with the same votes have the same power
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const auto [known, fresh] = of_votes.try_emplace(votes[i]);
        if (fresh && votes[i] > 0) {
            std::vector<std::uint64_t> others(votes.begin(), votes.end());
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            for (const Node& node : nodes)
                known->second.shapley_shubik += node.weight * swing(others, votes[i], quota, node.at);
            known->second.penrose = swing(others, votes[i], quota, 0.5);
        }
        power[i] = known->second;
    }
    double swings = 0;
    for (const VotingPower& player : power) swings += player.penrose;
    for (VotingPower& player : power) player.banzhaf = swings > 0 ? player.penrose / swings : 0;
    return power;
}

std::vector<VotingPower> voting_power_of(std::span<const double> votes, double quota) {
    if (std::accumulate(votes.begin(), votes.end(), 0.0) <= 0) return std::vector<VotingPower>(votes.size());
    const auto [whole, majority] = whole_votes(votes, quota);
    return voting_power(whole, majority);
}

}  // namespace clout
