// A chart as a page shows it: its finding as the title, the picture for wide and for narrow screens, what it
// shows in words, and the figures behind it.
#pragma once

#include "engine/report/page/drawing.hpp"

#include <string>
#include <vector>

namespace clout {

inline constexpr double kWideChart = 680, kNarrowChart = 320;  // [px]

struct Chart {
    std::string name;                             // unique on a page; of files that are saved
    std::string title;                            // what it found, as a sentence
    std::string alt;                              // what there is to see, for who cannot see it
    std::string wide, narrow;                     // SVG
    std::vector<std::vector<std::string>> table;  // the figures; the first row has the headings
};

// A chart that is drawn twice: `draw(width)` gives a Drawing of that width.
template <class Draw>
[[nodiscard]] Chart chart_of(std::string name, std::string title, std::string alt, Draw draw) {
    Chart chart{std::move(name), std::move(title), std::move(alt), {}, {}, {}};
    chart.wide = draw(kWideChart).svg(chart.title);
    chart.narrow = draw(kNarrowChart).svg(chart.title);
    return chart;
}

// Ink of an arm in charts that set two beside each other: the baseline is dark and whole, the other bright
// and dashed.
[[nodiscard]] inline std::string_view colour_of(bool baseline) {
    return baseline ? kBaselineColour : kArmColour;
}
[[nodiscard]] inline std::string_view dash_of(bool baseline) { return baseline ? "" : "7 4"; }

// A short piece of an arm's line, for keys and labels.
inline void draw_key(Drawing& drawing, Point at, bool baseline, std::string_view label, double size = 14) {
    drawing.line({at.x, at.y - size / 3}, {at.x + 28, at.y - size / 3},
                 {.stroke = colour_of(baseline), .width = 3, .dash = dash_of(baseline)});
    drawing.text({at.x + 34, at.y}, label, {.size = size});
}

}  // namespace clout
