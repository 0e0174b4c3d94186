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
               const std::function<bool()>& stop, Outcome& outcome, std::vector<char>& spoke) {
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
    return play_block<L>(system, first_replicate + row, observe, crew, stop);
}

using RunBlock = bool (*)(const System&, std::size_t, std::size_t, Crew*, const std::function<bool()>&,
                          Outcome&, std::vector<char>&);

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

}  // namespace

std::vector<Outcome> run_ensemble(std::span<const System* const> systems, const EnsembleOptions& options) {
    keep_freed_memory();
    std::vector<Outcome> outcomes;
    for (const System* system : systems) outcomes.push_back(empty_outcome(*system, options.replicates));
    const BlockPlan plan = plan_blocks(systems, options);
    const std::size_t lanes = plan.lanes, arms = systems.size(), tasks = plan.blocks * arms;
    const RunBlock run_one = block_of(lanes);
    std::vector<char> finished(tasks, 0);  // each block writes its own element
    OneAtATime reporting;
    Patience patience(options.stop);
    const std::function<bool()> abandon = [&] { return patience.spent(); };
    std::size_t done = 0;
    // Work goes block by block, all arms of a block together, so that a stopped run keeps whole pairs.
    parallel_for(
        tasks, {plan.at_once},
        [&](std::size_t at) {
            const std::size_t block = at / arms, arm = at % arms;
            std::optional<Crew> crew;
            if (plan.threads > 1) crew.emplace(Workers{plan.threads});
            std::vector<char> spoke;
            if (!run_one(*systems[arm], options.first_replicate, block * lanes, crew ? &*crew : nullptr,
                         abandon, outcomes[arm], spoke)) {
                return;
            }
            finished[at] = 1;
            reporting.pass([&] {
                for (std::size_t body = 0; body < spoke.size(); ++body)
                    outcomes[arm].spoke[body] = static_cast<char>(outcomes[arm].spoke[body] | spoke[body]);
                if (options.on_progress) options.on_progress({++done, tasks});
            });
        },
        options.stop);
    const auto gap = std::find(finished.begin(), finished.end(), 0);
    const auto whole_blocks =
        static_cast<std::size_t>(gap - finished.begin()) / std::max<std::size_t>(arms, 1);
    const std::size_t kept = std::min(whole_blocks * lanes, options.replicates);
    if (kept < options.replicates) {
        for (Outcome& outcome : outcomes) outcome = shortened(outcome, kept);
    }
    return outcomes;
}

std::vector<const System*> addresses(std::span<const System> systems) {
    std::vector<const System*> all;
    for (const System& system : systems) all.push_back(&system);
    return all;
}

}  // namespace clout
