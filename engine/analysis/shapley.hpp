// How a worth that several players make together is divided among them: Shapley values and interactions,
// replicate by replicate. Knows nothing of levers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace clout {

using Coalition = std::uint64_t;  // bit i set = player i takes part
inline constexpr std::size_t kMostPlayers = 63;

// What coalitions are worth in each replicate.
class Game {
public:
    // `worth` [any unit] has one row of `replicates` values for each coalition, which are distinct; with
    // fewer than all 2^players of them only what is asked along orders can be answered.
    Game(std::size_t players, std::vector<Coalition> coalitions, std::size_t replicates,
         std::vector<double> worth);

    [[nodiscard]] std::size_t players() const { return players_; }
    [[nodiscard]] std::size_t replicates() const { return replicates_; }
    [[nodiscard]] Coalition everybody() const { return (Coalition{1} << players_) - 1; }
    // One value a replicate. The coalition must be one of those given.
    [[nodiscard]] std::span<const double> worth(Coalition coalition) const;
    // worth(more) − worth(less), replicate by replicate.
    [[nodiscard]] std::vector<double> added(Coalition more, Coalition less) const;

private:
    std::size_t players_, replicates_;
    std::unordered_map<Coalition, std::size_t> rows_;
    std::vector<double> worth_;
};

using PerPlayer = std::vector<std::vector<double>>;  // (players × replicates)

[[nodiscard]] std::vector<Coalition> all_coalitions(std::size_t players);  // 2^players, by number

// The mean, over all orders in which the players can come, of what each adds when it comes (Shapley 1953):
// the sum over coalitions S without i of |S|! (n − |S| − 1)! / n! (v(S + i) − v(S)). In each replicate the
// values sum to worth(everybody) − worth(nobody); a player that never adds anything has exactly 0. Needs all
// coalitions.
[[nodiscard]] PerPlayer shapley_values(const Game& game);

// How much more two players add together than each by itself, on average over the coalitions they can join:
// the Shapley interaction index (Grabisch and Roubens 1999; Owen 1972), the sum over coalitions S without
// both of |S|! (n − |S| − 2)! / (n − 1)! (v(S + i + j) − v(S + i) − v(S + j) + v(S)). For two players this is
// Harsanyi's dividend of the pair. Needs all coalitions.
[[nodiscard]] std::vector<double> interaction(const Game& game, std::size_t one, std::size_t other);

using Order = std::vector<std::uint32_t>;  // players, first to come first

// `pairs` random orders, each followed by its reverse: who comes early in one comes late in the other, so
// that errors cancel (antithetic sampling; Mitchell, Cooper, Frank and Holmes 2022). The same for the same
// seed.
[[nodiscard]] std::vector<Order> draw_orders(std::size_t players, std::size_t pairs, std::uint64_t seed);

// What must be known to walk along the orders: every coalition met on the way, nobody, everybody, each player
// alone and everybody but one. Distinct, by number.
[[nodiscard]] std::vector<Coalition> coalitions_along(std::size_t players, const std::vector<Order>& orders);

// Shapley values over the orders drawn (Castro, Gómez and Tejada 2009); they sum exactly as the others do.
struct Sampled {
    PerPlayer values;
    // (players) What drawing only some orders adds to the standard error of the mean over replicates.
    std::vector<double> order_se;
};
[[nodiscard]] Sampled sampled_values(const Game& game, const std::vector<Order>& orders);

}  // namespace clout
