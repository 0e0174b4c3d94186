// What differs between two scenarios or two arms, in plain English.
#pragma once

#include "engine/face/printed.hpp"
#include "engine/face/scenario.hpp"

namespace clout::face {

struct DifferenceSection {
    std::string heading;             // "arm 'united'", "every arm"; empty where two arms were named
    std::vector<std::string> lines;  // empty = no difference
};

struct Differences {
    std::string from, to;
    std::vector<DifferenceSection> sections;
    Printed printed;
};

// Arm by arm.
[[nodiscard]] Differences difference(const Scenario& a, const Scenario& b);

// An arm of one and an arm of the other, which may be the same scenario.
[[nodiscard]] Result<Differences> difference(const Scenario& a, const std::string& arm_of_a,
                                             const Scenario& b, const std::string& arm_of_b);

}  // namespace clout::face
