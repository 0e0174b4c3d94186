#include "engine/analysis/swings.hpp"
#include "engine/base/mix.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace clout {
namespace {

constexpr std::size_t kDrawnAtOnce = 256;  // [coalitions] drawn between two questions whether to stop
constexpr double kMostDraws = 4e6;         // [coalitions]
constexpr double kDrawsBudget = 5e8;       // [voters] asked whether they join: some seconds

struct BlockSums {  // over the coalitions of a block
    double first = 0, squares = 0;
};

struct Drawn {
    std::vector<BlockSums> in_orders, in_tosses;  // (kinds)
};

// Numbers in [0, 1), those of one coalition.
class Luck {
public:
    Luck(std::uint64_t seed, std::uint64_t coalition) : state_(mix(mix(seed) ^ coalition)) {}
    double next() { return static_cast<double>(mix(state_ += kStep) >> 11) * 0x1p-53; }

private:
    static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15u;
    std::uint64_t state_;
};

// Whether one voter of each kind swings, given who joined: the chance that it is outside times whether it
// would win then, and inside times whether it does.
void add_coalition(const Electorate& electorate, double p, Luck luck, std::vector<double>& joined,
                   std::vector<BlockSums>& sums) {
    Whole together = 0;
    for (std::size_t k = 0; k < electorate.kinds.size(); ++k) {
        const Electorate::Kind& kind = electorate.kinds[k];
        std::uint64_t count = 0;
        for (std::uint64_t voter = 0; voter < kind.count; ++voter) count += luck.next() < p ? 1 : 0;
        together += kind.votes * count;
        joined[k] = static_cast<double>(count) / static_cast<double>(kind.count);
    }
    const Whole need = electorate.majority;
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const Whole own = electorate.kinds[k].votes;
        const bool outside = together < need && together + own >= need;
        const bool inside = together >= need && together < need + own;
        const double swing = outside ? 1 - joined[k] : inside ? joined[k] : 0.0;
        sums[k].first += swing;
        sums[k].squares += swing * swing;
    }
}

Drawn block_of(const Electorate& electorate, std::size_t block, double blocks, std::uint64_t seed) {
    const std::size_t kinds = electorate.kinds.size();
    Drawn drawn{std::vector<BlockSums>(kinds), std::vector<BlockSums>(kinds)};
    std::vector<double> joined(kinds);
    for (std::size_t at = 0; at < kDrawnAtOnce; ++at) {
        const std::uint64_t coalition = block * kDrawnAtOnce + at;
        Luck luck(seed, 2 * coalition);
        const double draws = blocks * static_cast<double>(kDrawnAtOnce);
        const double p = (static_cast<double>(coalition) + luck.next()) / draws;  // one in each stratum
        add_coalition(electorate, p, luck, joined, drawn.in_orders);
        add_coalition(electorate, 0.5, Luck(seed, 2 * coalition + 1), joined, drawn.in_tosses);
    }
    return drawn;
}

// The strata only lessen the error that is said.
std::pair<double, double> mean_and_error(const std::vector<Drawn>& blocks, std::vector<BlockSums> Drawn::*of,
                                         std::size_t kind) {
    BlockSums all;
    for (const Drawn& block : blocks) {
        all.first += (block.*of)[kind].first;
        all.squares += (block.*of)[kind].squares;
    }
    const double draws = static_cast<double>(blocks.size() * kDrawnAtOnce), mean = all.first / draws;
    return {mean, std::sqrt(std::max(0.0, all.squares / draws - mean * mean) / (draws - 1))};
}

}  // namespace

std::optional<std::vector<Swings>> draw_coalitions(const Electorate& electorate,
                                                   const PowerOptions& options) {
    const double draws = std::min(kMostDraws, kDrawsBudget / static_cast<double>(2 * electorate.voters));
    const auto blocks = static_cast<std::size_t>(std::max(4.0, draws / static_cast<double>(kDrawnAtOnce)));
    std::vector<Drawn> drawn(blocks);
    const std::size_t done = parallel_for(
        blocks, options.workers,
        [&](std::size_t b) { drawn[b] = block_of(electorate, b, static_cast<double>(blocks), options.seed); },
        options.stop);
    if (done < blocks) return std::nullopt;
    std::vector<Swings> swings(electorate.kinds.size());
    double sum = 0;
    for (std::size_t k = 0; k < swings.size(); ++k) {
        std::tie(swings[k].in_orders, swings[k].in_orders_se) = mean_and_error(drawn, &Drawn::in_orders, k);
        std::tie(swings[k].in_tosses, swings[k].in_tosses_se) = mean_and_error(drawn, &Drawn::in_tosses, k);
        sum += static_cast<double>(electorate.kinds[k].count) * swings[k].in_orders;
    }
    // In every order somebody is pivotal: what is known of the sum need not be drawn.
    for (Swings& own : swings) own.in_orders = sum > 0 ? own.in_orders / sum : 0;
    return swings;
}

}  // namespace clout
