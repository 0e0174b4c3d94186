// What a study of many points says: read off its store, with the estimators of its design.
#pragma once

#include "engine/analysis/estimators/correlation_ratio.hpp"
#include "engine/analysis/estimators/elementary_effects.hpp"
#include "engine/analysis/estimators/finding_box.hpp"
#include "engine/analysis/estimators/sparse_chaos.hpp"
#include "engine/base/result.hpp"
#include "engine/study/figure.hpp"
#include "engine/study/study_card.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clout {

// How far a store is.
struct StoreState {
    std::string file;
    StoreCount count;
    std::vector<StoredFailure> failures;
    std::uint64_t content = 0;
};
[[nodiscard]] StoreState state_of(const Store& store, const std::string& file);

// Of every point that is there, the mean of a figure. Points of a path, star or walk that is not whole are
// left out.
struct SweepSample {
    Figure figure;
    std::string unit, arm;
    std::vector<double> quantiles;  // (points × factors); of a table, their ranks
    std::vector<double> listed;     // (points × factors) the values of a table; else empty
    std::vector<double> means;      // (points)
    std::size_t missing = 0;        // points that are pending, failed or left out
    std::size_t factors = 0;
    [[nodiscard]] Sample view() const { return {factors, quantiles, means}; }
};

// No figure: the difference of the study's lead where there are two arms, else the lead; an empty arm is the
// second (the baseline of a single one). A problem of the request where there is none.
[[nodiscard]] Result<SweepSample> read_sample(const StoredStudy& study, const Store& store,
                                              const std::optional<Figure>& figure, const std::string& arm);

struct Sensitivity {
    PointOrder order = PointOrder::scattered;
    double mean = 0, sd = 0;                  // [unit] over the points
    std::vector<FirstOrderShare> first;       // scattered
    std::optional<Chaos> chaos;               // scattered
    bool believed = false;                    // the chaos
    std::vector<Estimate> totals;             // stars
    std::vector<Estimate> effects;            // walks
    std::vector<ElementaryEffects> screened;  // paths
};
[[nodiscard]] Sensitivity find_sensitivity(const SweepSample& sample, PointOrder order);

// In which part of the space does it hold? In the factors' own units.
struct RobustSide {
    std::string name;
    std::optional<double> low, high;  // at least, at most
};
struct Robustness {
    FindingBox box;
    std::vector<RobustSide> sides;
};
[[nodiscard]] Robustness find_robustness(const StoredStudy& study, const SweepSample& sample,
                                         const Condition& condition);

}  // namespace clout
