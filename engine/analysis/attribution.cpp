#include "engine/analysis/attribution.hpp"

#include "engine/analysis/headline.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/system/system.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kBlock = 16;                   // [replicates] a chunk is a multiple of it
constexpr std::size_t kHeld = std::size_t{1} << 24;  // [doubles] of outcomes held at once, 128 MiB

// How many replicates of all systems are held at once, at least a block.
std::size_t chunk_for(std::span<const System* const> systems) {
    const System& first = *systems.front();
    const std::size_t years = first.rounds / first.rounds_per_year + 1;
    const std::size_t each = systems.size() * quantities(first).size() * years;
    return std::max<std::size_t>(kHeld / each / kBlock, 1) * kBlock;
}

void append(std::vector<double>& to, std::span<const double> values) {
    to.insert(to.end(), values.begin(), values.end());
}

// Chunks (systems × some replicates), laid side by side to (systems × replicates).
std::vector<double> joined(const std::vector<std::vector<double>>& chunks, std::size_t systems) {
    std::vector<double> result;
    for (std::size_t system = 0; system < systems; ++system) {
        for (const auto& chunk : chunks) {
            const std::size_t width = chunk.size() / systems;
            append(result, std::span(chunk).subspan(system * width, width));
        }
    }
    return result;
}

double mean_of(std::span<const double> values) { return summarise(values).mean; }

// Those in which the measure has a value in every combination: all parts are of the same replicates.
std::vector<std::size_t> replicates_with_value(const Kept& kept, std::size_t row) {
    std::vector<std::size_t> told;
    const std::vector<double>& values = kept.values[row];
    for (std::size_t replicate = 0; replicate < kept.replicates; ++replicate) {
        bool all = true;
        for (std::size_t at = replicate; at < values.size(); at += kept.replicates) {
            all = all && std::isfinite(values[at]);
        }
        if (all) told.push_back(replicate);
    }
    return told;
}

std::vector<double> values_of(const Kept& kept, std::size_t row, const std::vector<std::size_t>& replicates) {
    std::vector<double> values;
    for (std::size_t first = 0; first < kept.values[row].size(); first += kept.replicates) {
        for (const std::size_t replicate : replicates) values.push_back(kept.values[row][first + replicate]);
    }
    return values;
}

std::vector<Interaction> interactions_of(const Game& game) {
    std::vector<Interaction> result;
    for (std::size_t one = 0; one < game.players(); ++one) {
        for (std::size_t other = one + 1; other < game.players(); ++other) {
            result.push_back({one, other, summarise_differences(interaction(game, one, other))});
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Interaction& a, const Interaction& b) {
        return std::abs(a.effect.summary.mean) > std::abs(b.effect.summary.mean);
    });
    return result;
}

}  // namespace

Kept play_and_keep(std::span<const System* const> systems, std::span<const std::string> measures,
                   const EnsembleOptions& options) {
    const std::size_t chunk = chunk_for(systems);
    const auto blocks = [&](std::size_t replicates) {
        return (replicates + kBlock - 1) / kBlock * systems.size();
    };
    std::vector<std::vector<std::vector<double>>> kept(measures.size());  // by measure and chunk
    Kept result;
    while (result.replicates < options.replicates && !(options.stop && options.stop())) {
        EnsembleOptions part = options;
        part.first_replicate = options.first_replicate + result.replicates;
        part.replicates = std::min(chunk, options.replicates - result.replicates);
        part.on_progress = [&](Progress progress) {
            if (options.on_progress) {
                options.on_progress({blocks(result.replicates) + progress.done, blocks(options.replicates)});
            }
        };
        const std::vector<Outcome> outcomes = run_ensemble(systems, part);
        for (std::size_t m = 0; m < measures.size(); ++m) {
            auto& values = kept[m].emplace_back();
            for (const Outcome& outcome : outcomes) {
                append(values, outcome.last(find_quantity(outcome, measures[m]).value()));
            }
        }
        result.years = outcomes.front().years;
        result.replicates += outcomes.front().replicates;
        if (outcomes.front().replicates < part.replicates) {
            break;
        }
    }
    for (const auto& chunks : kept) {
        result.values.push_back(joined(chunks, systems.size()));
    }
    return result;
}

AttributionPlan still_to_play(const AttributionPlan& plan, const AttributionPlan& played) {
    AttributionPlan rest = plan;
    rest.coalitions.clear();
    rest.combinations.clear();
    for (std::size_t at = 0; at < plan.coalitions.size(); ++at) {
        if (!std::binary_search(played.coalitions.begin(), played.coalitions.end(), plan.coalitions[at])) {
            rest.coalitions.push_back(plan.coalitions[at]);
            rest.combinations.push_back(plan.combinations[at]);
        }
    }
    return rest;
}

Kept joined(const AttributionPlan& plan, const AttributionPlan& played, const Kept& before,
            const AttributionPlan& rest, const Kept& now) {
    Kept all{std::min(before.replicates, now.replicates), before.years, {}};
    for (std::size_t measure = 0; measure < before.values.size(); ++measure) {
        std::vector<double>& values = all.values.emplace_back();
        for (const Coalition coalition : plan.coalitions) {
            const auto old = std::lower_bound(played.coalitions.begin(), played.coalitions.end(), coalition);
            const bool known = old != played.coalitions.end() && *old == coalition;
            const AttributionPlan& of = known ? played : rest;
            const Kept& from = known ? before : now;
            const auto at =
                known ? old : std::lower_bound(of.coalitions.begin(), of.coalitions.end(), coalition);
            const auto row = static_cast<std::size_t>(at - of.coalitions.begin());
            append(values, std::span(from.values[measure]).subspan(row * from.replicates, all.replicates));
        }
    }
    return all;
}

double Attribution::order_error() const {
    double error = 0;
    for (const AttributedPart& part : parts) error = std::max(error, 2 * part.order_se);
    return error;
}

double Attribution::largest_part() const {
    double size = 0;
    for (const AttributedPart& part : parts) size = std::max(size, std::abs(part.effect.summary.mean));
    return size;
}

Attribution attribute(const AttributionPlan& plan, const Kept& kept, std::size_t row,
                      const Quantity& measure) {
    const std::size_t parts = plan.parts.size();
    const std::vector<std::size_t> told = replicates_with_value(kept, row);
    const Game game(parts, plan.coalitions, told.size(), values_of(kept, row, told));
    const bool exact = plan.orders.empty();
    Sampled shapley = exact ? Sampled{shapley_values(game), std::vector<double>(parts, 0.0)}
                            : sampled_values(game, plan.orders);
    Attribution result{plan.from, plan.to, plan.from_label, plan.to_label, measure, {}, {}, {}};
    for (std::size_t at = 0; at < parts; ++at) {
        const Coalition only = Coalition{1} << at, others = game.everybody() & ~only;
        AttributedPart part;
        part.part = plan.parts[at];
        part.effect = summarise_differences(shapley.values[at]);
        part.values = std::move(shapley.values[at]);
        part.order_se = shapley.order_se[at];
        part.alone = summarise_differences(game.added(only, 0));
        part.last = summarise_differences(game.added(game.everybody(), others));
        result.parts.push_back(std::move(part));
    }
    if (exact) {
        result.interactions = interactions_of(game);
    }
    result.total = summarise_differences(game.added(game.everybody(), 0));
    result.from_mean = mean_of(game.worth(0));
    result.to_mean = mean_of(game.worth(game.everybody()));
    result.replicates = told.size();
    result.without = kept.replicates - told.size();
    result.years = kept.years;
    result.combinations = plan.coalitions.size();
    result.orders = plan.orders.size();
    return result;
}

Attribution attribute_closely(AttributionPlan plan, Kept kept, std::size_t row, const Quantity& measure,
                              const std::function<AttributionPlan(std::size_t pairs)>& plan_with,
                              const std::function<std::optional<Kept>(const AttributionPlan& rest)>& play) {
    Attribution found = attribute(plan, kept, row, measure);
    for (std::size_t pairs = plan.orders.size(); !found.orders_suffice() && pairs <= kMostOrderPairs;
         pairs *= 2) {
        AttributionPlan next = plan_with(pairs);  // as many pairs as there were orders: twice as many
        const AttributionPlan rest = still_to_play(next, plan);
        std::optional<Kept> now =
            rest.combinations.empty() ? Kept{kept.replicates, kept.years, {}} : play(rest);
        if (!now || now->replicates < kept.replicates) break;
        kept = joined(next, plan, kept, rest, *now);
        plan = std::move(next);
        found = attribute(plan, kept, row, measure);
    }
    return found;
}

bool moves_border(const Moneys& from, const Moneys& to) {
    const double decided = mean_of(to.decided) - mean_of(from.decided);
    const double received = mean_of(to.received) - mean_of(from.received);
    return std::abs(received - decided) > kEquivalence * mean_of(from.decided);
}

}  // namespace clout
