// Arms with the same luck, side by side or one by itself.
#pragma once

#include "engine/face/options.hpp"
#include "engine/face/printed.hpp"
#include "engine/face/scenario.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace clout::face {

// Of one measure over replicates, in the measure's unit; percentiles by linear interpolation. NaN where there
// is nothing to summarise.
struct Summary {
    double mean = 0, p05 = 0, p50 = 0, p95 = 0;
};

// Of the paired differences arm − baseline, replicate by replicate.
struct Difference {
    Summary summary;  // [the measure's unit]
    double se = 0;    // [the measure's unit] standard error of the mean; NaN for a single replicate
    double p_greater = 0, p_less = 0, p_equal = 0;  // [share of replicates] they sum to 1
};

// Every figure of every replicate, where the engine left it: nothing is copied, and it outlives what it is
// of.
struct Values {
    std::shared_ptr<const double> first;                  // (measures × years × replicates)
    std::size_t measures = 0, years = 0, replicates = 0;  // by measures in the order of the arm's

    // [the measure's unit] 0-based.
    [[nodiscard]] double at(std::size_t measure, std::size_t year, std::size_t replicate) const {
        return first.get()[(measure * years + year) * replicates + replicate];
    }
};

struct Measure {
    std::string name;  // "share.gp", "lapsed"
    std::string unit;  // "share of contested money", "£m a year"
    std::vector<Summary> by_year;
    std::vector<Difference> differences;  // by year; empty for the baseline, and where it has no such measure
    std::vector<double> values;           // [unit] (replicates) in the last year
};

// What follows for the focus sector's money: beyond a hundredth of it, inside of that, or not to be told from
// so few replicates.
enum class Verdict : std::uint8_t { about_the_same, gains, loses, unclear };

struct Finding {
    Verdict verdict = Verdict::unclear;
    std::string sentence;                      // English, in full
    Difference money;                          // [£m a year]
    std::size_t more = 0, same = 0, less = 0;  // [replicates] that gain, hardly change, lose
};

struct ArmResult {
    std::string name, label;
    std::vector<Measure> measures;
    std::optional<Finding> finding;  // nothing for the baseline
    Values values;

    // Null where the arm has no such measure.
    [[nodiscard]] const Measure* find(std::string_view measure) const;
};

struct Comparison {
    std::vector<ArmResult> arms;
    std::size_t baseline = 0;               // row of arms
    std::size_t asked = 0, replicates = 0;  // replicates that were asked for, and are complete in every arm
    std::size_t years = 0;
    std::uint64_t seed = 0;
    std::string focus;  // name of the sector that findings are about
    Printed printed;

    // Null where there is no such arm.
    [[nodiscard]] const ArmResult* find(std::string_view arm) const;
};

// Those arms, or all where none is named. The baseline is the scenario's where it takes part, else the first.
[[nodiscard]] Result<Comparison> compare(const Scenario& scenario, const std::vector<std::string>& arms = {},
                                         const Options& options = {});

// One arm by itself; an empty name is the baseline.
[[nodiscard]] Result<Comparison> run(const Scenario& scenario, const std::string& arm = {},
                                     const Options& options = {});

}  // namespace clout::face
