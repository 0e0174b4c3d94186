// How a measure goes over the years, in two arms or for several sectors.
#pragma once

#include "engine/report/page/chart.hpp"
#include "engine/report/text/figures.hpp"

#include <string>
#include <vector>

namespace clout {

struct FanArm {
    std::string label;
    bool baseline = false;
    std::vector<double> p05, p25, p75, p95;  // [unit of manner] (years)
    std::vector<std::vector<double>> paths;  // some futures whole (paths × years)
};

struct Fan {
    std::string name, title;
    std::string what;          // "contested £ a patient"
    std::vector<FanArm> arms;  // the same years in each
    Manner manner = Manner::million_pounds;
};

// Between which figures half and nine tenths of the futures lie, year by year, with sample futures drawn
// through: a widening cone alone is read as growth (Ruginski and others 2016).
[[nodiscard]] Chart fan_chart(const Fan& fan);

struct YearLine {
    std::string label;
    std::vector<double> solid,
        dashed;  // (years) of the baseline and of the other arm; the latter may be empty
};

struct YearLines {
    std::string name, title, what, baseline, arm;  // labels of the two arms
    std::vector<YearLine> lines;
    Manner manner = Manner::part;
};

// One pair of lines a sector: the baseline whole, the other arm dashed, each labelled where it ends.
[[nodiscard]] Chart year_lines(const YearLines& lines);

}  // namespace clout
