#include "engine/analysis/shapley.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>

namespace clout {
namespace {

using WorthOf = std::function<double(Coalition, std::size_t)>;  // of a coalition in a replicate

Game game_of(std::size_t players, std::size_t replicates, const std::vector<Coalition>& coalitions,
             const WorthOf& worth) {
    std::vector<double> values;
    for (const Coalition coalition : coalitions) {
        for (std::size_t r = 0; r < replicates; ++r) {
            values.push_back(worth(coalition, r));
        }
    }
    return Game(players, coalitions, replicates, std::move(values));
}

Game whole_game(std::size_t players, std::size_t replicates, const WorthOf& worth) {
    return game_of(players, replicates, all_coalitions(players), worth);
}

double one_if(Coalition coalition, std::size_t player) { return (coalition >> player & 1) != 0 ? 1.0 : 0.0; }

// Without structure: every coalition another number, another in every replicate.
double wild(Coalition coalition, std::size_t r) {
    const double x = static_cast<double>(coalition);
    return 50 + std::sin(1 + 2.7 * x) + 0.3 * std::cos(x * (1.3 + static_cast<double>(r)));
}

// f(a, b) = ab + 2a from (0, 0) to (1, 1): a 2.5, b 0.5, and 1 of it is theirs together.
TEST(Shapley, OfAProductAndATerm) {
    const Game game = whole_game(
        2, 1, [](Coalition s, std::size_t) { return one_if(s, 0) * one_if(s, 1) + 2 * one_if(s, 0); });
    const PerPlayer values = shapley_values(game);
    EXPECT_DOUBLE_EQ(values[0][0], 2.5);
    EXPECT_DOUBLE_EQ(values[1][0], 0.5);
    EXPECT_DOUBLE_EQ(interaction(game, 0, 1)[0], 1.0);
    EXPECT_DOUBLE_EQ(interaction(game, 1, 0)[0], 1.0);
}

// A runway costs what its longest user needs: 8, 11, 13, 18 divide into 2, 3, 4, 9 (Littlechild and Owen
// 1973).
double airport(Coalition coalition) {
    constexpr double kCosts[] = {8, 11, 13, 18};
    return coalition == 0 ? 0 : kCosts[std::bit_width(coalition) - 1];
}

TEST(Shapley, OfTheAirportGame) {
    const PerPlayer values =
        shapley_values(whole_game(4, 1, [](Coalition s, std::size_t) { return airport(s); }));
    for (std::size_t player = 0; player < 4; ++player) {
        constexpr double kParts[] = {2, 3, 4, 9};
        EXPECT_NEAR(values[player][0], kParts[player], 1e-12);
    }
}

TEST(Shapley, PartsSumToTheWholeInEveryReplicate) {
    for (const std::size_t players : {1u, 2u, 5u, 12u}) {
        const Game game = whole_game(players, 3, wild);
        const PerPlayer values = shapley_values(game);
        const auto whole = game.added(game.everybody(), 0);
        for (std::size_t r = 0; r < 3; ++r) {
            double sum = 0;
            for (const auto& value : values) {
                sum += value[r];
            }
            EXPECT_NEAR(sum, whole[r], 1e-12) << players << " players, replicate " << r;
        }
    }
}

TEST(Shapley, WhoAddsNothingHasExactlyNothing) {
    const Coalition idle = 1u << 2;
    const Game game = whole_game(5, 2, [&](Coalition s, std::size_t r) { return wild(s & ~idle, r); });
    EXPECT_EQ(shapley_values(game)[2], std::vector<double>(2, 0.0));
    EXPECT_EQ(interaction(game, 0, 2), std::vector<double>(2, 0.0));
}

TEST(Shapley, EqualsHaveEqualParts) {
    const auto by_size = [](Coalition s, std::size_t) { return std::pow(std::popcount(s), 1.7); };
    const PerPlayer values = shapley_values(whole_game(6, 1, by_size));
    for (const auto& value : values) {
        EXPECT_NEAR(value[0], std::pow(6.0, 1.7) / 6, 1e-12);
    }
}

TEST(Shapley, WhatIsEachOnesOwnInteractsWithNobody) {
    const Game game = whole_game(4, 1, [](Coalition s, std::size_t) {
        return 3 * one_if(s, 0) - 7 * one_if(s, 1) + one_if(s, 2) * one_if(s, 3);
    });
    EXPECT_NEAR(interaction(game, 0, 1)[0], 0, 1e-12);
    EXPECT_NEAR(interaction(game, 2, 3)[0], 1, 1e-12);
    EXPECT_NEAR(shapley_values(game)[1][0], -7, 1e-12);
}

TEST(SampledShapley, OrdersArePermutationsInAntitheticPairs) {
    const auto orders = draw_orders(14, 20, 7);
    ASSERT_EQ(orders.size(), 40u);
    for (std::size_t row = 0; row < orders.size(); row += 2) {
        Order sorted = orders[row], reversed = orders[row + 1];
        std::sort(sorted.begin(), sorted.end());
        for (std::uint32_t player = 0; player < 14; ++player) {
            ASSERT_EQ(sorted[player], player);
        }
        std::reverse(reversed.begin(), reversed.end());
        EXPECT_EQ(orders[row], reversed);
    }
    EXPECT_EQ(orders, draw_orders(14, 20, 7));
    EXPECT_NE(orders, draw_orders(14, 20, 8));
}

// Over 3,000 orders of four, every player comes first about equally often: within four standard errors.
TEST(SampledShapley, EveryPlayerIsFirstEquallyOften) {
    const auto orders = draw_orders(4, 1500, 3);
    std::vector<int> first(4);
    for (const Order& order : orders) {
        ++first[order.front()];
    }
    for (const int count : first) {
        EXPECT_NEAR(count, 750, 4 * std::sqrt(3000 * 0.25 * 0.75));
    }
}

TEST(SampledShapley, AgreesWithTheExactValuesWithinItsErrorsAndSumsExactly) {
    constexpr std::size_t kPlayers = 8, kReplicates = 3;
    const auto worth = [](Coalition s, std::size_t r) {
        double sum = 0;
        for (std::size_t player = 0; player < kPlayers; ++player) {
            sum += static_cast<double>(player + r) * one_if(s, player);
        }
        return sum + 0.1 * std::pow(std::popcount(s), 2) + wild(s, r);
    };
    const auto orders = draw_orders(kPlayers, 60, 11);
    const Game some = game_of(kPlayers, kReplicates, coalitions_along(kPlayers, orders), worth);
    const Sampled sampled = sampled_values(some, orders);
    const PerPlayer exact = shapley_values(whole_game(kPlayers, kReplicates, worth));
    double whole = 0;
    for (std::size_t player = 0; player < kPlayers; ++player) {
        const auto mean = [](const std::vector<double>& v) {
            return std::accumulate(v.begin(), v.end(), 0.0) / 3;
        };
        EXPECT_GT(sampled.order_se[player], 0);
        EXPECT_LT(sampled.order_se[player], 0.2);
        EXPECT_NEAR(mean(sampled.values[player]), mean(exact[player]), 4 * sampled.order_se[player]);
        whole += sampled.values[player][1];
    }
    EXPECT_NEAR(whole, some.added(some.everybody(), 0)[1], 1e-12);
}

// Worth 1 where all three are there: who comes last adds it. Over the pairs of orders below player 0 comes
// last in one order of the first pair and one of the third, so that its means are ½, 0, ½ with variance 1/12
// between pairs, and the standard error of the mean of three is a sixth.
TEST(SampledShapley, TheErrorIsThatOfAMeanOverPairs) {
    const std::vector<Order> orders{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {2, 0, 1}, {0, 2, 1}, {1, 2, 0}};
    const Game game =
        whole_game(3, 2, [](Coalition s, std::size_t) { return one_if(s, 0) * one_if(s, 1) * one_if(s, 2); });
    const Sampled sampled = sampled_values(game, orders);
    EXPECT_NEAR(sampled.values[0][1], 1.0 / 3, 1e-15);
    for (const double error : sampled.order_se) EXPECT_NEAR(error, 1.0 / 6, 1e-15);
    EXPECT_TRUE(std::isnan(sampled_values(game, {orders[0], orders[1]}).order_se[0]));
}

}  // namespace
}  // namespace clout
