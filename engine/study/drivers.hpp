// Which uncertain numbers explain the spread of a figure. An ordinary comparison has drawn them anew in every
// future: it is a design already, and first-order shares need no further run.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/estimators/conditional_means.hpp"
#include "engine/analysis/estimators/correlation_ratio.hpp"
#include "engine/analysis/estimators/pick_freeze.hpp"
#include "engine/analysis/estimators/sparse_chaos.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/study/factors.hpp"
#include "engine/study/figure.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct System;

struct Driver {
    Factor factor;
    FirstOrderShare first;  // of the variance of the figure
    ConditionalMeans means;
    Estimate total;  // where the chaos may be believed
};

struct Drivers {
    Figure figure;
    std::string unit;
    std::vector<Driver> drivers;        // in the order of the numbers
    double mean = 0, sd = 0;            // [unit] of the figure over the futures
    std::optional<ChanceShare> chance;  // where further futures were played
    std::optional<Chaos> chaos;         // the same; read where it may be believed
    bool believed = false;
    std::size_t replicates = 0, years = 0;
    std::size_t ensembles = 1;  // of all arms that were played
};

// First-order shares, conditional means and nothing else, from outcomes of those arms. `first` and `base` are
// rows of arms, the same where the figure is not paired. Every arm has the figure's measure.
[[nodiscard]] Drivers read_drivers(std::span<const System* const> arms, std::span<const Outcome> outcomes,
                                   const Figure& figure, std::size_t first_replicate = 0);

// The same arms with other luck in play and the same numbers, and with other numbers and the same luck: what
// is chance, and with it whether totals and pairs may be told. Leaves `drivers` as they are when stopped.
void add_chance(std::span<const System* const> arms, std::span<const Outcome> outcomes,
                const EnsembleOptions& options, Drivers& drivers);

}  // namespace clout
