// A study of many points: what is varied, where it is sampled, and what is kept of each point.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/base/result.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/override.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/factors.hpp"
#include "engine/study/point_design.hpp"
#include "engine/study/scenario_bundle.hpp"
#include "engine/study/varied.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace clout {

// Of every point and arm: means, percentiles and paired differences of the last year; also every future's
// last year; also every year.
enum class Keep : std::uint8_t { summary, replicates, series };
[[nodiscard]] std::string keep_word(Keep keep);

struct SweepAsked {
    std::vector<std::string> arms;  // empty = all
    std::vector<Varied> varied;     // empty = every uncertain number
    DesignChoice design;
    Keep keep = Keep::summary;
    std::vector<Override> laid_over;  // besides the varied numbers: kept so that the study can be asked again
};

// Points that somebody listed, a column a varied number: what is listed is also the number's range, so that
// the file is checked for all of it.
void take_points(SweepAsked& asked, std::vector<double> table);  // (points × asked.varied)

// Everything that decides what comes out. Nothing is read or compiled after it is made.
struct SweepPlan {
    std::string file;                        // as the user named it
    ScenarioBundle bundle;                   // all that was read
    std::vector<std::string> names, labels;  // (arms), the baseline first
    std::vector<System> systems;             // (arms)
    std::vector<Factor> factors;
    std::vector<Quantity> quantities;          // of every arm
    std::string lead;                          // the measure that findings lead with
    std::vector<std::string> vary, laid_over;  // as they can be typed again
    DesignChoice choice;
    PointDesign design;
    Keep keep = Keep::summary;
    std::size_t replicates = 0, years = 0;

    [[nodiscard]] std::vector<const System*> arms() const;
    // [bytes] that one point leaves in a store, about.
    [[nodiscard]] std::size_t bytes_a_point() const;
};

[[nodiscard]] Result<SweepPlan> plan_sweep(const Library& library, const SweepAsked& asked);

}  // namespace clout
