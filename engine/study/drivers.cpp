#include "engine/study/drivers.hpp"

#include "engine/base/mix.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/system/system.hpp"

#include <cmath>

namespace clout {
namespace {

// The figure of arms.back() against arms.front().
std::vector<double> figure_of(const Figure& figure, std::span<const Outcome> outcomes) {
    return read_figure(figure, outcomes.back(), outcomes.front());
}

std::string unit_of(const Outcome& outcome, const std::string& measure) {
    const auto row = find_quantity(outcome, measure);
    return row ? outcome.quantities[*row].unit : std::string();
}

// Another luck, addressed by the file's.
std::uint64_t other_luck(std::uint64_t seed) { return mix(mix(seed) ^ name_hash("drivers")); }

enum class Anew : std::uint8_t { chance, numbers };

std::vector<System> redrawn(std::span<const System* const> arms, Anew anew) {
    std::vector<System> systems;
    for (const System* arm : arms) {
        systems.push_back(*arm);
        System& system = systems.back();
        (anew == Anew::chance ? system.seed : system.number_seed) = other_luck(arm->seed);
    }
    return systems;
}

std::vector<double> play_again(std::span<const System* const> arms, Anew anew, const Figure& figure,
                               const EnsembleOptions& options) {
    const std::vector<System> systems = redrawn(arms, anew);
    return figure_of(figure, run_ensemble(addresses(systems), options));
}

}  // namespace

Drivers read_drivers(std::span<const System* const> arms, std::span<const Outcome> outcomes,
                     const Figure& figure, std::size_t first_replicate) {
    Drivers found;
    found.figure = figure;
    found.unit = unit_of(outcomes.back(), figure.measure);
    const std::vector<double> values = figure_of(figure, outcomes);
    found.replicates = values.size();
    found.years = outcomes.back().years;
    found.mean = mean_of(values);
    found.sd = std::sqrt(variance_of(values));
    const std::vector<Factor> factors = factors_of(arms);
    if (factors.empty()) return found;
    const auto quantiles = drawn_quantiles(factors, arms.back()->seed, first_replicate, values.size());
    const Sample sample{factors.size(), quantiles, values};
    const auto shares = first_order_shares(sample);
    for (std::size_t f = 0; f < factors.size(); ++f) found.drivers.push_back({factors[f], shares[f], {}, {}});
    for (const ConditionalMeans& means : tornado(sample)) found.drivers[means.factor].means = means;
    return found;
}

void add_chance(std::span<const System* const> arms, std::span<const Outcome> outcomes,
                const EnsembleOptions& options, Drivers& drivers) {
    const std::vector<double> values = figure_of(drivers.figure, outcomes);
    const std::vector<double> chance = play_again(arms, Anew::chance, drivers.figure, options);
    if (chance.size() < values.size()) return;
    const std::vector<double> numbers = play_again(arms, Anew::numbers, drivers.figure, options);
    if (numbers.size() < values.size()) return;
    drivers.ensembles += 2;
    drivers.chance = chance_share(values, chance, numbers);
    std::vector<Factor> factors;
    for (const Driver& driver : drivers.drivers) factors.push_back(driver.factor);
    if (factors.empty()) return;
    const auto quantiles =
        drawn_quantiles(factors, arms.back()->seed, options.first_replicate, values.size());
    drivers.chaos = fit_chaos({factors.size(), quantiles, values});
    drivers.believed = may_be_believed(*drivers.chaos, drivers.chance->chance.value);
    for (std::size_t f = 0; f < factors.size() && drivers.believed; ++f)
        drivers.drivers[f].total = drivers.chaos->total[f];
}

}  // namespace clout
