// The sizes a finding must name, and what it may say: how an arm moves the focus sector's contested money.
#pragma once

#include "engine/analysis/comparison.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clout {

// Judged on the mean paired difference and two standard errors either side of it: all of that inside the
// band, beyond it, or neither, so that a small number of replicates cannot make a finding.
enum class Verdict : std::uint8_t { about_the_same, gains, loses, unclear };

// [share of the focus sector's decided money in the baseline] Half the band.
inline constexpr double kEquivalence = 0.01;

// All differences are arm − baseline in the last year, paired by replicate. What is judged is the focus
// sector's contested money, `decided.<focus>`. An arm that puts protected money up for negotiation (or takes
// some away) moves the border between the two, and contested money grows by what was safe before: there the
// judge looks at `received.<focus>`, the money from all funds.
struct Headline {
    Verdict verdict = Verdict::unclear;
    bool in_all = false;  // judged on the money from all funds
    double band = 0;      // [£m a year] a difference no larger than this is "about the same"
    std::size_t more = 0, same = 0, less = 0;  // [replicates] beyond the band, inside it, beyond it downwards
    Difference money;                          // [£m a year] what is judged
    std::optional<Difference> per_patient;     // [£ a patient a year] the same where list sizes are given
    std::optional<Difference> share;           // [0..1] of the contested money
    double share_baseline = 0;                 // [0..1] mean
    double decided_baseline = 0;               // [£m a year] mean
    double decided_change = 0;                 // [£m a year] mean
    double received_baseline = 0;              // [£m a year] mean
    double received_change = 0;                // [£m a year] mean
    std::vector<Verdict> by_year;  // (years) the same judgement of every year; the last is `verdict`
    // [£m a year] Of all sectors in the baseline: contested money, and money from all funds.
    double contested = 0, funded = 0;

    // Mean difference as a part of the focus sector's own contested money; not finite if it had none.
    [[nodiscard]] double relative() const { return money.summary.mean / decided_baseline; }
    // The first year (from 1) from which on every year is judged as the last is.
    [[nodiscard]] std::size_t since() const;
};

// Something other than the focus sector's money that an arm moves by more than its band: 1 point of shares,
// 1 % of the baseline's mean of other figures (of the arm's where the baseline has none).
struct Moved {
    std::string measure, unit;
    double baseline = 0, arm = 0;  // [the measure's unit] means of the last year
    double bands = 0;              // [bands] the size of the difference

    friend bool operator==(const Moved&, const Moved&) = default;
};

// What the arm moves in the last year by more than the band, with two standard errors to spare, the most
// bands first: of the focus sector and of the whole system, and the largest other sector's part of the
// contested money. Nothing for the baseline.
[[nodiscard]] std::vector<Moved> what_moved(const Comparison& comparison, std::size_t arm,
                                            const std::string& focus);

// The sector other than `focus` with most decided money in the baseline's last year; empty = there is none.
[[nodiscard]] std::string largest_other(const Comparison& comparison, const std::string& focus);

// `outcomes` are those `comparison` was made from, in the same order. Nothing for the baseline itself, nor
// where either arm does not measure `decided.<focus>` and `received.<focus>`.
[[nodiscard]] std::optional<Headline> headline(const Comparison& comparison,
                                               std::span<const ArmOutcome> outcomes, std::size_t arm,
                                               const std::string& focus, double equivalence = kEquivalence);

}  // namespace clout
