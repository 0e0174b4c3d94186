// What the arms' replicates mean side by side: summaries of each arm, and paired differences from the
// baseline.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/run/outcome.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

inline constexpr std::size_t kFuturesForRange = 20;  // fewer say nothing of where 90 % of futures lie

// Of one measure over replicates. Percentiles are exact: sorted values, linear interpolation (Hyndman & Fan
// 1996, type 7). A replicate in which the figure has no value (£ a patient without patients) is left out, and
// counted. NaN where nothing is left.
struct Summary {
    double mean = 0, p05 = 0, p50 = 0, p95 = 0;  // [the measure's unit]
    std::size_t futures = 0;                     // [replicates] that it is of
    std::size_t without = 0;                     // [replicates] that have no value

    [[nodiscard]] bool has_range() const { return futures >= kFuturesForRange; }
};

// Of the paired differences arm − baseline, replicate by replicate with the same luck. Without a value where
// either has none.
struct Difference {
    Summary summary;
    double se = 0;         // [the measure's unit] standard error of the mean; NaN for a single replicate
    double p_greater = 0;  // [0..1] share of replicates in which the arm has more than the baseline;
    double p_less = 0;     // less;
    double p_equal = 0;    // exactly as much. The three sum to 1
};

struct MeasureComparison {
    Quantity quantity;
    std::vector<Summary> by_year;  // (years); the last is what a finding is about
    // (years) Empty for the baseline, and where the baseline has no such measure.
    std::vector<Difference> differences;

    [[nodiscard]] const Summary& last() const { return by_year.back(); }
};

struct ArmComparison {
    std::string name, label;  // the label with the name behind it where two arms are labelled alike
    std::vector<MeasureComparison> measures;  // in the outcome's order

    // Null where the arm has no such measure.
    [[nodiscard]] const MeasureComparison* find(std::string_view measure) const;
};

struct Comparison {
    std::vector<ArmComparison> arms;
    std::size_t baseline = 0;    // row in arms
    std::size_t replicates = 0;  // complete in every arm; at least 1
    std::size_t years = 0;

    [[nodiscard]] const ArmComparison& base() const { return arms[baseline]; }
};

// An arm before and after it was played.
struct Arm;
struct Scenario;
struct ArmScenario {
    std::string name, label;
    const Scenario* scenario = nullptr;
    const Arm* arm = nullptr;  // as it was read; null where the scenario was made otherwise
};
struct ArmOutcome {
    std::string name, label;
    const Outcome* outcome = nullptr;
    const Arm* arm = nullptr;
    // Bodies that have members and said nothing in any round of any future: "'voice'", "3 of 50 'pcn'".
    std::vector<std::string> silent{};
};

// All outcomes must have the same years and the same replicates, at least one. Measures are matched by name.
// Sums run over replicates in order, so the result does not depend on `workers`; an arm with the baseline's
// values differs by exactly 0.
[[nodiscard]] Comparison compare(std::span<const ArmOutcome> arms, std::size_t baseline, Workers workers);

// Whether every figure of every replicate is the same number in both.
[[nodiscard]] bool identical(const Outcome& one, const Outcome& other);

// The paired differences of one measure in the last year, replicate by replicate: what a finding counts.
// Empty where either arm has no such measure.
[[nodiscard]] std::vector<double> paired_differences(const Outcome& arm, const Outcome& baseline,
                                                     std::string_view measure);

[[nodiscard]] std::optional<std::size_t> find_quantity(const Outcome& outcome, std::string_view measure);

[[nodiscard]] Summary summarise(std::span<const double> values);
// A figure that has none, as of no futures.
inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] Difference summarise_differences(std::span<const double> differences);

}  // namespace clout
