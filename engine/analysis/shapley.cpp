#include "engine/analysis/shapley.hpp"

#include "engine/base/assert.hpp"
#include "engine/base/mix.hpp"
#include "engine/base/ordered_sum.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace clout {
namespace {

constexpr Coalition one_of(std::size_t player) { return Coalition{1} << player; }

// 1 / (n · C(n − 1, size)) = size! (n − size − 1)! / n!, for coalitions that one of n players joins.
double chance_of(std::size_t size, std::size_t n) {
    double chance = 1.0 / static_cast<double>(n);
    for (std::size_t k = 1; k <= size; ++k) {
        chance *= static_cast<double>(k) / static_cast<double>(n - k);
    }
    return chance;
}

std::vector<double> chances(std::size_t n) {
    std::vector<double> result;
    for (std::size_t size = 0; size < n; ++size) {
        result.push_back(chance_of(size, n));
    }
    return result;
}

void add_scaled(std::vector<double>& sum, double factor, std::span<const double> plus,
                std::span<const double> minus) {
    for (std::size_t r = 0; r < sum.size(); ++r) {
        sum[r] += factor * (plus[r] - minus[r]);
    }
}

double plain_mean(std::span<const double> values) {
    return ordered_sum(values.size(), [&](std::size_t r) { return values[r]; }) /
           static_cast<double>(values.size());
}

// A number below `bound`, the k-th of this seed's; of 2^32 equally likely ones, so the bias is below bound /
// 2^32.
std::uint32_t below(std::uint32_t bound, std::uint64_t seed, std::uint64_t k) {
    return static_cast<std::uint32_t>(((mix(mix(seed) ^ k) >> 32) * bound) >> 32);
}

}  // namespace

Game::Game(std::size_t players, std::vector<Coalition> coalitions, std::size_t replicates,
           std::vector<double> worth)
    : players_(players), replicates_(replicates), worth_(std::move(worth)) {
    CLOUT_ASSERT(players <= kMostPlayers, "a coalition is a set of at most 63 players");
    CLOUT_ASSERT(worth_.size() == coalitions.size() * replicates, "one value a coalition and replicate");
    for (std::size_t row = 0; row < coalitions.size(); ++row) {
        rows_.emplace(coalitions[row], row);
    }
}

std::span<const double> Game::worth(Coalition coalition) const {
    return {worth_.data() + rows_.at(coalition) * replicates_, replicates_};
}

std::vector<double> Game::added(Coalition more, Coalition less) const {
    std::vector<double> result(replicates_, 0.0);
    add_scaled(result, 1.0, worth(more), worth(less));
    return result;
}

std::vector<Coalition> all_coalitions(std::size_t players) {
    std::vector<Coalition> result(std::size_t{1} << players);
    std::iota(result.begin(), result.end(), Coalition{0});
    return result;
}

PerPlayer shapley_values(const Game& game) {
    const std::size_t n = game.players();
    const std::vector<double> chance = chances(n);
    PerPlayer values(n, std::vector<double>(game.replicates(), 0.0));
    for (Coalition without = 0; without < game.everybody(); ++without) {
        const auto worth = game.worth(without);
        const double factor = chance[static_cast<std::size_t>(std::popcount(without))];
        for (std::size_t player = 0; player < n; ++player) {
            if (!(without & one_of(player))) {
                add_scaled(values[player], factor, game.worth(without | one_of(player)), worth);
            }
        }
    }
    return values;
}

std::vector<double> interaction(const Game& game, std::size_t one, std::size_t other) {
    const std::vector<double> chance = chances(game.players() - 1);  // the two come as one
    const Coalition both = one_of(one) | one_of(other);
    std::vector<double> result(game.replicates(), 0.0);
    for (Coalition without = 0; without <= game.everybody(); ++without) {
        if (without & both) {
            continue;
        }
        const double factor = chance[static_cast<std::size_t>(std::popcount(without))];
        add_scaled(result, factor, game.worth(without | both), game.worth(without | one_of(one)));
        add_scaled(result, -factor, game.worth(without | one_of(other)), game.worth(without));
    }
    return result;
}

std::vector<Order> draw_orders(std::size_t players, std::size_t pairs, std::uint64_t seed) {
    std::vector<Order> orders;
    std::uint64_t drawn = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        Order order(players);
        std::iota(order.begin(), order.end(), 0u);
        for (std::size_t left = players; left > 1; --left) {  // Fisher and Yates
            std::swap(order[left - 1], order[below(static_cast<std::uint32_t>(left), seed, drawn++)]);
        }
        orders.push_back(order);
        std::reverse(order.begin(), order.end());
        orders.push_back(std::move(order));
    }
    return orders;
}

std::vector<Coalition> coalitions_along(std::size_t players, const std::vector<Order>& orders) {
    const Coalition everybody = one_of(players) - 1;
    std::vector<Coalition> met{0, everybody};
    for (std::size_t player = 0; player < players; ++player) {
        met.push_back(one_of(player));
        met.push_back(everybody & ~one_of(player));
    }
    for (const Order& order : orders) {
        Coalition come = 0;
        for (const std::uint32_t player : order) {
            met.push_back(come |= one_of(player));
        }
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    return met;
}

Sampled sampled_values(const Game& game, const std::vector<Order>& orders) {
    const std::size_t n = game.players(), pairs = orders.size() / 2;
    Sampled result{PerPlayer(n, std::vector<double>(game.replicates(), 0.0)), std::vector<double>(n, 0.0)};
    PerPlayer by_pair(n, std::vector<double>(pairs, 0.0));  // means over replicates
    for (std::size_t row = 0; row < orders.size(); ++row) {
        Coalition come = 0;
        for (const std::uint32_t player : orders[row]) {
            const Coalition more = come | one_of(player);
            add_scaled(result.values[player], 1.0 / static_cast<double>(orders.size()), game.worth(more),
                       game.worth(come));
            by_pair[player][row / 2] += 0.5 * plain_mean(game.added(more, come));
            come = more;
        }
    }
    for (std::size_t player = 0; player < n; ++player) {
        const double mean = plain_mean(by_pair[player]);
        const double squares = ordered_sum(pairs, [&](std::size_t pair) {
            return (by_pair[player][pair] - mean) * (by_pair[player][pair] - mean);
        });
        const double freedom = static_cast<double>(pairs) * (static_cast<double>(pairs) - 1);
        result.order_se[player] =
            pairs < 2 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(squares / freedom);
    }
    return result;
}

}  // namespace clout
