#include "engine/run/block_plan.hpp"

#include "engine/run/luck_book.hpp"
#include "engine/system/system.hpp"

#include <algorithm>

namespace clout {
namespace {

constexpr std::size_t kWorthSharing = 2000;  // [organisations] that a thread inside a block should have
constexpr std::size_t kCache = std::size_t{28} << 20;  // [bytes] that a machine's last cache holds, about
constexpr double kWellUsed = 0.95;                     // part of all threads' time

// The part of the threads' time that is used: the last of `tasks` may leave some idle.
double use(std::size_t tasks, std::size_t at_once, std::size_t threads) {
    const std::size_t waves = (tasks + at_once - 1) / at_once;
    const std::size_t inside = threads / at_once;
    return static_cast<double>(tasks * inside) / static_cast<double>(waves * threads);
}

// As many as leave no thread idle at the end and, if sharing them helps, stay in the last cache together.
std::size_t blocks_at_once(std::size_t tasks, std::size_t threads, std::size_t organisations,
                           std::size_t bytes) {
    const std::size_t most = std::max<std::size_t>(std::min(tasks, threads), 1);
    const std::size_t inside = std::max<std::size_t>(organisations / kWorthSharing, 1);
    const std::size_t least = std::min(most, (threads + inside - 1) / inside);
    const auto suits = [&](std::size_t at_once) {
        const bool cached = bytes > kCache || at_once * bytes <= kCache;
        return cached && use(tasks, at_once, threads) >= kWellUsed;
    };
    std::size_t at_once = most;
    while (at_once > least && !suits(at_once)) --at_once;
    return at_once;
}

// Too few replicates to fill them: sixteen lanes cost about as much as twice eight, eight as one and a half
// times one. And sixteen are the fastest in the caches but not outside of them.
bool too_wide(std::size_t lanes, std::size_t replicates, std::size_t bytes) {
    if (lanes == 16) return replicates <= 8 || 2 * lanes * bytes > kCache;
    return lanes == 8 && replicates <= 1;
}

// As many books as the last cache holds of all blocks in hand together, and as there is memory for.
std::size_t books_for(const BlockPlan& plan, std::size_t bytes, std::size_t luck, std::size_t memory) {
    const std::size_t lanes = plan.at_once * plan.lanes, book = lanes * std::max<std::size_t>(luck, 1);
    const std::size_t left = memory == 0 ? kCache : memory - std::min(memory, lanes * bytes);
    return std::min({kCache / book, left / book, plan.blocks});
}

}  // namespace

std::size_t bytes_a_lane(const System& system) {
    const std::size_t k = system.programmes.size(), s = system.sectors.size();
    const std::size_t doubles =
        packs_of_luck(system, false) + system.organisations.size() * (9 + 2 * k) +
        system.caucuses.size() * (3 + 2 * k) + system.bodies.size() * (11 + 2 * k + s + 1) +
        (system.places.size() + 1 + system.leaning_kinds.size()) * k +
        system.tables.size() * (10 + 3 * k + 3 * s + 1) + std::size_t{2} * system.seats() +
        11 * system.cells() + 6 * system.stretches.size();
    const std::size_t answers = 2 * system.organisations.size();  // a bit or a double each, by target
    return doubles * sizeof(double) + answers * sizeof(Mask<16>) / 16;
}

BlockPlan plan_blocks(std::span<const System* const> systems, const EnsembleOptions& options) {
    std::size_t organisations = 0, bytes = 0, luck = 0;
    for (const System* system : systems) {
        organisations = std::max(organisations, system->organisations.size());
        bytes = std::max(bytes, bytes_a_lane(*system));
        luck = std::max(luck, packs_of_luck(*system, true) * sizeof(double));
    }
    const std::size_t threads = thread_count(options.workers);
    BlockPlan plan;
    for (const std::size_t lanes : kBlockLanes) {
        const bool unfit = kBlockLanes.size() > 1 && too_wide(lanes, options.replicates, bytes);
        if (options.lanes != 0 ? lanes != options.lanes : unfit) continue;
        plan.lanes = lanes;
        plan.blocks = (options.replicates + lanes - 1) / lanes;
        plan.at_once = blocks_at_once(plan.blocks * systems.size(), threads, organisations, lanes * bytes);
        const auto fits = [&] { return plan.at_once * lanes * bytes <= options.memory; };
        while (options.memory != 0 && plan.at_once > 1 && !fits()) --plan.at_once;
        if (options.memory == 0 || fits()) break;
    }
    if (systems.size() > 1) plan.books = books_for(plan, bytes, luck, options.memory);
    plan.threads = std::min(threads / plan.at_once, std::max<std::size_t>(organisations / kWorthSharing, 1));
    return plan;
}

}  // namespace clout
