// Who wrote the decision and who could have changed it, and what is left of a voice on its way up.
#pragma once

#include "engine/report/page/chart.hpp"

#include <string>
#include <vector>

namespace clout {

// One line of a chart that sets figures of two arms beside each other: dots, joined where they differ.
struct PairedRow {
    std::string label;
    double baseline = 0, arm = 0;  // [share] or [points of share]
};

struct PairedPanel {
    std::string heading;
    std::vector<PairedRow> rows;
};

struct PairedDots {
    std::string name, title, what, baseline, arm;  // labels of the two arms; without `arm` there is but one
    std::vector<PairedPanel> panels;               // one or two, side by side where there is room
};

// Figures are shares and are written as per cent.
[[nodiscard]] Chart paired_dots(const PairedDots& dots);

struct Tier {
    std::string label;   // "PCN", "the board"
    double left = 1;     // (0..1] of the voice that set out, once it is through here
    std::string losses;  // what took it: "split 60 %, mandate 33 %"; may be empty
};

struct Staircase {
    std::string name, title, who, baseline, arm;  // whose voice; labels of the arms
    std::vector<Tier> steps, arm_steps;           // from the bottom up; the other arm's may be empty
};

// One step a tier on a scale of powers of ten: a voice is a product, so equal losses are steps of equal
// height.
[[nodiscard]] Chart staircase(const Staircase& stairs);

}  // namespace clout
