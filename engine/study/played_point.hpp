// One point of a study, played: a typed patch of arms that are compiled already, and what is kept of it.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/base/parallel.hpp"
#include "engine/study/patched_arms.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct SweepPlan;

// Figures are laid measure by measure: mean, 5th, 50th and 95th percentile …
inline constexpr std::size_t kSummaryFigures = 4;
// … and of differences also their standard error, and the shares of futures with more and with less.
inline constexpr std::size_t kDifferenceFigures = 7;

struct PlayedArm {
    std::vector<double> summaries;    // (measures × kSummaryFigures)
    std::vector<double> differences;  // (measures × kDifferenceFigures) from the baseline; empty for itself
    std::vector<double> kept;  // (measures × years × replicates); years 1 where only the last is kept
};

// Where two rows differ in their bits: a value that is none equals itself.
[[nodiscard]] std::optional<std::size_t> first_differing_figure(const std::vector<double>& a,
                                                                const std::vector<double>& b);

struct PlayedPoint {
    std::size_t point = 0;
    std::string error;  // why it failed; empty = it did not
    std::vector<PlayedArm> arms;
    double seconds = 0;

    // Of every arm, to the bit: a figure that has no value equals itself.
    [[nodiscard]] bool has_same_figures(const PlayedPoint& other) const;
    [[nodiscard]] bool abandoned() const { return arms.empty() && error.empty(); }
};

// Plays points one after the other; several of these may play at once.
class PointPlayer {
public:
    explicit PointPlayer(const SweepPlan& plan);

    // On so many threads inside the point. None of them changes a bit. A point in hand when `stop` answers
    // true is finished, unless that takes longer than a second or so: then it is abandoned.
    [[nodiscard]] PlayedPoint play(std::size_t point, Workers inside, const std::function<bool()>& stop = {});

private:
    const SweepPlan& plan_;
    PatchedArms patched_;
};

}  // namespace clout
