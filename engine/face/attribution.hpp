// What each lever does to the difference between two arms.
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

struct Part {
    // A lever that only the target pulls, or no longer pulls; an arm's own changes, made or dropped.
    enum class What : std::uint8_t { lever, lever_dropped, changes, changes_dropped };
    What what = What::lever;
    std::string name, label;  // of the lever, or of the arm whose changes they are
    Difference effect;        // [the measure's unit] its Shapley value
    Difference alone, last;   // [the measure's unit] what it does first of all, and after all others
    double order_se = 0;      // [the measure's unit] from sampling orders; 0 where all were played
    // (replicates) [the measure's unit] Over all parts they sum to the difference.
    std::vector<double> values;
};

// What two parts do together beyond what each does by itself.
struct Interaction {
    std::size_t one = 0, other = 0;  // rows of parts
    Difference effect;               // [the measure's unit]
};

struct Attribution {
    std::string from, to;                   // names of arms
    std::string measure, unit;              // "per_patient.gp", "£ a patient a year"
    std::vector<Part> parts;                // in the order in which levers are pulled
    std::vector<Interaction> interactions;  // the largest mean first; empty where orders were sampled
    Difference total;                       // [the measure's unit] to − from
    double from_mean = 0, to_mean = 0;      // [the measure's unit]
    std::size_t replicates = 0, asked = 0;
    std::size_t combinations = 0;  // played
    Printed printed;
};

// Empty names: from the baseline, to the first other arm; the focus sector's money.
[[nodiscard]] Result<Attribution> attribute(const Scenario& scenario, const std::string& from = {},
                                            const std::string& to = {}, const std::string& measure = {},
                                            const Options& options = {});

}  // namespace clout::face
