// Where a condition begins or ceases to hold as one number moves, or two. With addressed luck the same
// futures are played at every value.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/estimators/contour.hpp"
#include "engine/analysis/estimators/crossing.hpp"
#include "engine/base/result.hpp"
#include "engine/study/figure.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"
#include "engine/study/varied.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clout {

struct Library;

// The arms between which `--vary mix=LOW:HIGH` moves, and where what is no number switches.
struct MixAsked {
    std::string from, to;
    double switches = 0.5;
};

struct ThresholdAsked {
    Condition condition;
    std::string from, to;        // arms, as in FigureAsked
    std::vector<Varied> varied;  // one, or two; with their ranges
    std::size_t most = 12;       // ensembles, along one number
    // What moves is the part of the way between two arms: then there is one range, and `to` is not read.
    std::optional<MixAsked> mix;
};

struct ThresholdStudy {
    Condition condition;
    std::string unit;
    std::vector<Varied> varied;
    std::optional<Crossing> crossing;  // along one number; its means are the figure's
    std::optional<Contour> contour;    // in the plane of two
    std::size_t ensembles = 0;         // of all arms that were played
    std::size_t years = 0;
    ArmScenario from, to;
    std::optional<MixAsked> mix;  // as asked; `to` is then the arm at the end of the way
    std::size_t moving = 0;       // numbers in which the mixed arms differ
    Provenance provenance;
};

// The library was read with the varied numbers laid over it (override_of).
[[nodiscard]] Result<ThresholdStudy> study_threshold(const Library& library, const ThresholdAsked& asked,
                                                     const StudyOptions& options);

}  // namespace clout
