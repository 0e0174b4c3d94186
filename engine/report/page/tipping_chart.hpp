// Where it tips: a figure as one number moves, or the line in the plane of two numbers along which a
// condition begins to hold.
#pragma once

#include "engine/report/page/chart.hpp"
#include "engine/report/text/figures.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct TippingCurve {
    std::string title, number, what;                // of the number that moves; "contested £ a patient"
    std::vector<std::pair<double, double>> played;  // the number's value, the figure's mean [unit of manner]
    double level = 0;                               // [unit of manner] that is to be reached
    std::optional<double> at;                       // where it is
    bool paired = false;                            // the figure is a difference
    Manner manner = Manner::million_pounds;
};

[[nodiscard]] Chart tipping_curve(const TippingCurve& curve);

struct TippingLine {
    struct Piece {
        double x0, y0, x1, y1;
    };
    std::string title, across, up, what;  // the two numbers; the condition
    double left = 0, right = 1, low = 0, high = 1;
    std::vector<Piece> pieces;
    struct Mean {
        double x, y;
        bool holds;
    };
    std::vector<Mean> played;
};

[[nodiscard]] Chart tipping_line(const TippingLine& line);

}  // namespace clout
