#include "engine/report/page/tipping_chart.hpp"

#include "engine/report/page/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kLeft = 74, kTop = 16, kBelow = 44;

std::string put(const TippingCurve& curve, double value, int decimals) {
    return curve.paired ? change(value, curve.manner, decimals) : level(value, curve.manner, decimals);
}

// Marks of one number along the bottom, and its name below them.
void draw_bottom(Drawing& drawing, const Scale& x, double y, const std::string& name) {
    const int count = drawing.width() < 500 ? 4 : 6;
    const int decimals = decimals_of_step(mark_step(x.high() - x.low(), count));
    for (const double mark : marks(x.low(), x.high(), count))
        drawing.text({x(mark), y + 16}, grouped(mark, decimals), {.size = 12, .anchor = Anchor::middle});
    const auto lines = lines_of(name, drawing.width() - kLeft, 12);
    drawing.text({drawing.width(), y + 34}, lines.size() > 1 ? lines[0] + " …" : name,
                 {.size = 12, .anchor = Anchor::end, .colour = kQuietColour});
}

Drawing draw_curve(const TippingCurve& curve, double width) {
    double low = curve.level, high = curve.level;
    for (const auto& [at, mean] : curve.played) low = std::min(low, mean), high = std::max(high, mean);
    const double margin = high > low ? 0.06 * (high - low) : 1;
    const double height = width < 500 ? 240 : 300, bottom = height - kBelow;
    const Scale x(curve.played.front().first, curve.played.back().first, kLeft + 6, width - 12);
    const Scale y(low - margin, high + margin, bottom, kTop);
    Drawing drawing(width, height);
    const double step = mark_step(y.high() - y.low(), 5);
    const double shown = curve.manner == Manner::part ? 100 * step : step;
    for (const double mark : marks(y.low(), y.high(), 5)) {
        drawing.line({kLeft, y(mark)}, {width, y(mark)}, {.stroke = kGridColour});
        drawing.text({kLeft - 6, y(mark) + 4},
                     put(curve, std::abs(mark) < step / 2 ? 0 : mark, decimals_of_step(shown)),
                     {.size = 12, .anchor = Anchor::end});
    }
    drawing.line({kLeft, y(curve.level)}, {width, y(curve.level)},
                 {.stroke = kTextColour, .width = 1.5, .dash = "2 3"});
    std::vector<Point> points;
    for (const auto& [at, mean] : curve.played) points.push_back({x(at), y(mean)});
    drawing.trail(points, {.stroke = kBaselineColour, .width = 3});
    for (const Point& point : points) drawing.circle(point, 3.5, {.fill = kBaselineColour});
    if (curve.at) {
        drawing.line({x(*curve.at), y(curve.level)}, {x(*curve.at), bottom},
                     {.stroke = kArmColour, .width = 2.5});
        drawing.circle({x(*curve.at), y(curve.level)}, 6,
                       {.fill = "#ffffff", .stroke = kArmColour, .width = 3});
    }
    draw_bottom(drawing, x, bottom, curve.number);
    return drawing;
}

Drawing draw_line(const TippingLine& line, double width) {
    const double height = std::min(width, 460.0) + 30, bottom = height - kBelow;
    const Scale x(line.left, line.right, kLeft, width - 12), y(line.low, line.high, bottom, kTop + 18);
    Drawing drawing(width, height);
    drawing.text({0, 14}, line.up, {.size = 12, .colour = kQuietColour});
    const int decimals = decimals_of_step(mark_step(line.high - line.low, 5));
    for (const double mark : marks(line.low, line.high, 5)) {
        drawing.line({kLeft, y(mark)}, {width - 12, y(mark)}, {.stroke = kGridColour});
        drawing.text({kLeft - 6, y(mark) + 4}, grouped(mark, decimals), {.size = 12, .anchor = Anchor::end});
    }
    for (const TippingLine::Mean& mean : line.played)
        drawing.circle(
            {x(mean.x), y(mean.y)}, 3.5,
            mean.holds ? Ink{.fill = kBaselineColour} : Ink{.fill = "#ffffff", .stroke = kBaselineColour});
    for (const TippingLine::Piece& piece : line.pieces)
        drawing.line({x(piece.x0), y(piece.y0)}, {x(piece.x1), y(piece.y1)},
                     {.stroke = kArmColour, .width = 3});
    draw_bottom(drawing, x, bottom, line.across);
    return drawing;
}

}  // namespace

Chart tipping_curve(const TippingCurve& curve) {
    double size = std::abs(curve.level);
    for (const auto& [at, mean] : curve.played) size = std::max(size, std::abs(mean));
    const int decimals = decimals_for(size, curve.manner) + 1;
    const auto& [first, last] = std::pair{curve.played.front(), curve.played.back()};
    const std::string alt =
        fmt::format("{}, on average, as {} goes from {:g} to {:g}: from {} to {}. The level is {}.",
                    curve.what, curve.number, first.first, last.first, put(curve, first.second, decimals),
                    put(curve, last.second, decimals), put(curve, curve.level, decimals));
    Chart chart =
        chart_of("tipping", curve.title, alt, [&](double width) { return draw_curve(curve, width); });
    chart.table.push_back({curve.number, curve.what});
    for (const auto& [at, mean] : curve.played)
        chart.table.push_back({fmt::format("{:.6g}", at), put(curve, mean, decimals)});
    return chart;
}

Chart tipping_line(const TippingLine& line) {
    const std::string alt = fmt::format(
        "A plane of {} and {}; filled points: {}; empty points: not. {}", line.across, line.up, line.what,
        line.pieces.empty() ? "There is no line on which it tips." : "The line runs between them.");
    Chart chart = chart_of("tipping", line.title, alt, [&](double width) { return draw_line(line, width); });
    chart.table.push_back({line.across, line.up, line.what});
    for (const TippingLine::Mean& mean : line.played)
        chart.table.push_back(
            {fmt::format("{:.6g}", mean.x), fmt::format("{:.6g}", mean.y), mean.holds ? "yes" : "no"});
    return chart;
}

}  // namespace clout
