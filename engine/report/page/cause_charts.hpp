// What makes the difference: levers as a waterfall, theories as ranges, uncertain numbers as bars, and where
// it tips.
#pragma once

#include "engine/report/page/chart.hpp"
#include "engine/report/text/figures.hpp"

#include <string>
#include <vector>

namespace clout {

struct WaterfallStep {
    std::string label;
    double effect = 0;  // [unit of manner]
};

struct Waterfall {
    std::string title, from, to, what;  // labels of the arms; "contested £ a patient a year"
    double start = 0, end = 0;          // [unit of manner]; start + Σ effects = end
    std::vector<WaterfallStep> steps;
    Manner manner = Manner::million_pounds;
};

[[nodiscard]] Chart waterfall(const Waterfall& fall);

struct RangeRow {
    std::string label;
    double low = 0, high = 0;  // [unit of manner] between which nine futures in ten lie
    std::string verdict;       // "gains", in words
};

struct Ranges {
    std::string name, title, what;
    std::vector<RangeRow> rows;
    double band = 0;
    Manner manner = Manner::million_pounds;
};

// One line a theory from the low to the high end, figures at both.
[[nodiscard]] Chart range_chart(const Ranges& ranges);

struct ShareRow {
    std::string label;
    double share = 0;    // [0..1]
    std::string beside;  // "0.31 to 0.42", or that it cannot be told from 0
};

struct Shares {
    std::string name, title, what;
    std::vector<ShareRow> rows;
};

[[nodiscard]] Chart share_bars(const Shares& shares);

}  // namespace clout
