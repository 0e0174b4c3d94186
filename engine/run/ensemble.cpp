#include "engine/run/ensemble.hpp"

#include "engine/base/one_at_a_time.hpp"
#include "engine/run/block.hpp"
#include "engine/run/block_plan.hpp"
#include "engine/run/patience.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/system/system.hpp"

#include <algorithm>
#include <functional>
#include <optional>

namespace clout {
namespace {

std::size_t years_of(const System& system) {
    return (system.rounds + system.rounds_per_year - 1) / system.rounds_per_year;
}

Outcome empty_outcome(const System& system, std::size_t replicates) {
    Outcome outcome;
    outcome.quantities = quantities(system);
    outcome.years = years_of(system);
    outcome.replicates = replicates;
    outcome.values.resize(outcome.quantities.size() * outcome.years * replicates);
    outcome.spoke.resize(system.bodies.size());
    return outcome;
}

// Who has spoken yet, and who speaks now.
template <int L>
void hear(const State<L>& state, int lanes, std::vector<char>& spoke) {
    for (std::size_t body = 0; body < spoke.size(); ++body) {
        for (int lane = 0; lane < lanes && spoke[body] == 0; ++lane)
            spoke[body] = state.bodies.speaks[body][static_cast<std::size_t>(lane)] > 0 ? 1 : 0;
    }
}

// Replicates row … row + L − 1 of the ensemble. Writes only their own rows of `outcome`, so blocks may run at
// once; who spoke in them comes back in `spoke`.
template <int L>
bool run_block(const System& system, std::size_t first_replicate, std::size_t row, Crew* crew,
               const std::function<bool()>& stop, std::size_t books, Outcome& outcome,
               std::vector<char>& spoke) {
    // Each thread's own: the arms of a block follow one another on it, and in a study points do.
    static thread_local LuckShelf<L> shelf;
    LuckBook<L>* const kept = books == 0 ? nullptr : &shelf.book_for(system, first_replicate + row, books);
    const int lanes = static_cast<int>(std::min<std::size_t>(L, outcome.replicates - row));
    YearBook<L> book(system);
    spoke.assign(system.bodies.size(), 0);
    const auto observe = [&](const State<L>& state) {
        book.add_round(system, state);
        hear(state, lanes, spoke);
        const std::uint32_t played = state.round + 1;
        if (played % system.rounds_per_year != 0 && played != system.rounds) return;
        book.close_year(system, state, state.round / system.rounds_per_year, row, lanes, outcome);
    };
    return play_block<L>(system, first_replicate + row, observe, crew, stop, kept);
}

using RunBlock = bool (*)(const System&, std::size_t, std::size_t, Crew*, const std::function<bool()>&,
                          std::size_t, Outcome&, std::vector<char>&);

RunBlock block_of([[maybe_unused]] std::size_t lanes) {
#if defined(CLOUT_EIGHT_LANES)
    return &run_block<8>;
#else
    return lanes == 1 ? &run_block<1> : lanes == 8 ? &run_block<8> : &run_block<16>;
#endif
}

// The first `replicates` of an outcome that was stopped early.
Outcome shortened(const Outcome& outcome, std::size_t replicates) {
    Outcome kept;
    kept.quantities = outcome.quantities;
    kept.years = outcome.years;
    kept.replicates = replicates;
    kept.spoke = outcome.spoke;
    for (std::size_t q = 0; q < outcome.quantities.size(); ++q) {
        for (std::size_t year = 0; year < outcome.years; ++year) {
            const auto values = outcome.of(q, year).first(replicates);
            kept.values.insert(kept.values.end(), values.begin(), values.end());
        }
    }
    return kept;
}

// Of an ensemble that was stopped: the replicates that are complete in all arms, from the first one on
// without a gap.
void keep_whole_pairs(const std::vector<char>& finished, std::size_t arms, std::size_t lanes,
                      std::vector<Outcome>& outcomes) {
    const auto gap = std::find(finished.begin(), finished.end(), 0);
    const auto blocks = static_cast<std::size_t>(gap - finished.begin()) / std::max<std::size_t>(arms, 1);
    for (Outcome& outcome : outcomes) {
        const std::size_t kept = std::min(blocks * lanes, outcome.replicates);
        if (kept < outcome.replicates) outcome = shortened(outcome, kept);
    }
}

// What a thread plays in one go: some arms of a block.
struct Stint {
    std::size_t block, first_arm, last_arm;
};

// Block by block, all arms of a block together, so that a stopped run keeps whole pairs. One thread plays
// them one after the other where it keeps their luck; the last blocks are shared out, so that nobody waits
// for the end of one.
std::vector<Stint> stints_of(const BlockPlan& plan, std::size_t arms) {
    const std::size_t whole = plan.books > 0 ? plan.blocks / plan.at_once * plan.at_once : 0;
    std::vector<Stint> stints;
    for (std::size_t block = 0; block < plan.blocks; ++block) {
        const std::size_t step = block < whole ? arms : 1;
        for (std::size_t arm = 0; arm < arms; arm += step) stints.push_back({block, arm, arm + step});
    }
    return stints;
}

}  // namespace

std::vector<Outcome> run_ensemble(std::span<const System* const> systems, const EnsembleOptions& options) {
    keep_freed_memory();
    std::vector<Outcome> outcomes;
    for (const System* system : systems) outcomes.push_back(empty_outcome(*system, options.replicates));
    const BlockPlan plan = plan_blocks(systems, options);
    const std::vector<Stint> stints = stints_of(plan, systems.size());
    const RunBlock run_one = block_of(plan.lanes);
    // Each block of an arm writes its own element.
    std::vector<char> finished(plan.blocks * systems.size(), 0);
    OneAtATime reporting;
    Patience patience(options.stop);
    const std::function<bool()> abandon = [&] { return patience.spent(); };
    std::size_t done = 0;
    const auto play = [&](std::size_t block, std::size_t arm, Crew* crew) {
        std::vector<char> spoke;
        if (!run_one(*systems[arm], options.first_replicate, block * plan.lanes, crew, abandon, plan.books,
                     outcomes[arm], spoke)) {
            return;
        }
        finished[block * systems.size() + arm] = 1;
        reporting.pass([&] {
            for (std::size_t body = 0; body < spoke.size(); ++body)
                outcomes[arm].spoke[body] = static_cast<char>(outcomes[arm].spoke[body] | spoke[body]);
            if (options.on_progress) options.on_progress({++done, finished.size()});
        });
    };
    parallel_for(
        stints.size(), {plan.at_once},
        [&](std::size_t at) {
            const Stint& stint = stints[at];
            std::optional<Crew> crew;
            if (plan.threads > 1) crew.emplace(Workers{plan.threads});
            for (std::size_t arm = stint.first_arm; arm < stint.last_arm; ++arm) {
                if (arm > stint.first_arm && options.stop && options.stop()) return;
                play(stint.block, arm, crew ? &*crew : nullptr);
            }
        },
        options.stop);
    keep_whole_pairs(finished, systems.size(), plan.lanes, outcomes);
    return outcomes;
}

std::vector<const System*> addresses(std::span<const System> systems) {
    std::vector<const System*> all;
    for (const System& system : systems) all.push_back(&system);
    return all;
}

}  // namespace clout
