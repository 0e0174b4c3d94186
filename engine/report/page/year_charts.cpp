#include "engine/report/page/year_charts.hpp"

#include "engine/report/page/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

struct Field {  // where years and figures stand
    Scale x, y;
    double left, right, top, bottom;
    double step;
};

Field field(double width, double height, double right_margin, std::size_t years, double low, double high) {
    const double left = 62, right = width - right_margin, top = 14, bottom = height - 34;
    const double step = mark_step(high - low, 5);
    const double floor = step > 0 ? std::floor(low / step) * step : low - 1,
                 ceiling = step > 0 ? std::ceil(high / step) * step : high + 1;
    const auto last = static_cast<double>(std::max<std::size_t>(years, 1));
    return {Scale(1, last, left + 8, right - 8),
            Scale(floor, ceiling, bottom, top),
            left,
            right,
            top,
            bottom,
            step};
}

void draw_grid(Drawing& drawing, const Field& at, std::size_t years, Manner manner) {
    const double shown = manner == Manner::part ? 100 * at.step : at.step;
    for (const double mark : marks(at.y.low(), at.y.high(), 5)) {
        drawing.line({at.left, at.y(mark)}, {at.right, at.y(mark)}, {.stroke = kGridColour});
        drawing.text({at.left - 6, at.y(mark) + 4}, level(mark, manner, decimals_of_step(shown)),
                     {.size = 13, .anchor = Anchor::end});
    }
    drawing.text({at.left - 6, at.bottom + 20}, "year", {.size = 13, .anchor = Anchor::end});
    const std::size_t every = std::max<std::size_t>(1, (years + 5) / 6);
    for (std::size_t year = 1; year <= years; ++year) {
        const bool said = year == 1 || year == years || (year % every == 0 && years - year >= every);
        if (said) {
            drawing.text({at.x(static_cast<double>(year)), at.bottom + 20}, std::to_string(year),
                         {.size = 13, .anchor = Anchor::middle});
        }
    }
}

std::vector<Point> along(const Field& at, const std::vector<double>& values) {
    std::vector<Point> points;
    for (std::size_t year = 0; year < values.size(); ++year) {
        if (std::isfinite(values[year]))
            points.push_back({at.x(static_cast<double>(year + 1)), at.y(values[year])});
    }
    return points;
}

std::vector<Point> between(const Field& at, const std::vector<double>& low, const std::vector<double>& high) {
    std::vector<Point> points = along(at, low), back = along(at, high);
    points.insert(points.end(), back.rbegin(), back.rend());
    return points;
}

Drawing draw_fan(const Fan& fan, std::size_t years, double low, double high, double width) {
    const double keys = 22 * static_cast<double>(fan.arms.size()) + 8,
                 height = (width < 500 ? 240 : 300) + keys;
    Drawing drawing(width, height);
    const Field at = field(width, height - keys, 12, years, low, high);
    draw_grid(drawing, at, years, fan.manner);
    for (const FanArm& arm : fan.arms) {
        const auto colour = colour_of(arm.baseline);
        drawing.trail(between(at, arm.p05, arm.p95), {.fill = colour, .opacity = 0.13}, true);
        drawing.trail(between(at, arm.p25, arm.p75), {.fill = colour, .opacity = 0.22}, true);
        for (const auto* edge : {&arm.p05, &arm.p95})
            drawing.trail(along(at, *edge), {.stroke = colour, .width = 1.6, .dash = dash_of(arm.baseline)});
    }
    const std::size_t most = fan.arms.empty() ? 0 : fan.arms[0].paths.size();
    for (std::size_t path = 0; path < most; ++path) {
        drawing.begin_group(fmt::format("future future-{}", path));
        for (const FanArm& arm : fan.arms) {
            if (path < arm.paths.size())
                drawing.trail(along(at, arm.paths[path]), {.stroke = colour_of(arm.baseline),
                                                           .width = 1,
                                                           .dash = dash_of(arm.baseline),
                                                           .opacity = 0.75});
        }
        drawing.end_group();
    }
    double y = height - keys + 18;
    for (const FanArm& arm : fan.arms) {
        draw_key(drawing, {8, y}, arm.baseline, arm.label);
        y += 22;
    }
    return drawing;
}

void fan_table(const Fan& fan, Chart& chart, std::size_t years) {
    chart.table.push_back({"Year", "Arm", "5 % below", "25 % below", "75 % below", "95 % below"});
    const auto put = [&](double value) { return level(value, fan.manner, decimals_for(value, fan.manner)); };
    for (std::size_t year = 0; year < years; ++year) {
        for (const FanArm& arm : fan.arms) {
            chart.table.push_back({std::to_string(year + 1), arm.label, put(arm.p05[year]),
                                   put(arm.p25[year]), put(arm.p75[year]), put(arm.p95[year])});
        }
    }
}

Drawing draw_lines(const YearLines& lines, std::size_t years, double low, double high, double width) {
    const bool two = !lines.arm.empty();
    const double margin = width < 500 ? 104 : 190, keys = two ? 52 : 8,
                 height = (width < 500 ? 280 : 340) + keys;
    Drawing drawing(width, height);
    const Field at = field(width, height - keys, margin, years, low, high);
    draw_grid(drawing, at, years, lines.manner);
    std::vector<double> ends;
    for (const YearLine& line : lines.lines) {
        drawing.trail(along(at, line.solid), {.stroke = kBaselineColour, .width = 2.2});
        drawing.trail(along(at, line.dashed), {.stroke = kArmColour, .width = 2.2, .dash = "7 4"});
        const auto& last = line.dashed.empty() ? line.solid : line.dashed;
        ends.push_back(at.y(last.empty() || !std::isfinite(last.back()) ? lines.lines.empty() ? 0 : at.y.low()
                                                                        : last.back()) +
                       4);
    }
    const double size = width < 500 ? 12 : 13;
    const auto placed = spread_labels(ends, size + 3, at.top + 4, at.bottom);
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        drawing.line({at.right - 6, ends[i] - 4}, {at.right + 4, placed[i] - 4},
                     {.stroke = kQuietColour, .width = 0.8});
        std::string label = lines.lines[i].label;
        const auto broken = lines_of(label, margin - 8, size);
        drawing.text({at.right + 6, placed[i]},
                     broken.empty()      ? label
                     : broken.size() > 1 ? broken[0] + " …"
                                         : broken[0],
                     {.size = size});
    }
    if (two) {
        draw_key(drawing, {8, height - 30}, true, lines.baseline);
        draw_key(drawing, {8, height - 8}, false, lines.arm);
    }
    return drawing;
}

}  // namespace

Chart fan_chart(const Fan& fan) {
    const std::size_t years = fan.arms.empty() ? 0 : fan.arms[0].p05.size();
    double low = HUGE_VAL, high = -HUGE_VAL;
    const auto meet = [&](double value) {
        if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
    };
    std::string ends;
    for (const FanArm& arm : fan.arms) {
        for (std::size_t year = 0; year < years; ++year) meet(arm.p05[year]), meet(arm.p95[year]);
        for (const auto& path : arm.paths) std::for_each(path.begin(), path.end(), meet);
        if (years > 0) {
            const int decimals = decimals_for(arm.p95.back(), fan.manner);
            ends += fmt::format(" Under \"{}\" nine futures in ten end between {} and {}.", arm.label,
                                level(arm.p05.back(), fan.manner, decimals),
                                level(arm.p95.back(), fan.manner, decimals));
        }
    }
    Chart chart = chart_of(fan.name, fan.title,
                           fmt::format("{} by year, {} years. The darker area holds half of the futures, the "
                                       "lighter one nine in ten; thin "
                                       "lines are single futures.{}",
                                       fan.what, years, ends),
                           [&](double width) { return draw_fan(fan, years, low, high, width); });
    fan_table(fan, chart, years);
    return chart;
}

Chart year_lines(const YearLines& lines) {
    std::size_t years = 0;
    double low = HUGE_VAL, high = -HUGE_VAL;
    std::string ends;
    for (const YearLine& line : lines.lines) {
        years = std::max(years, line.solid.size());
        for (const auto* values : {&line.solid, &line.dashed}) {
            for (const double value : *values) {
                if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
            }
        }
        if (!line.solid.empty()) {
            const int decimals = decimals_for(line.solid.back(), lines.manner);
            ends += fmt::format(" {}: from {} to {}", line.label,
                                level(line.solid.front(), lines.manner, decimals),
                                level(line.solid.back(), lines.manner, decimals));
            if (!line.dashed.empty())
                ends += fmt::format(", under \"{}\" to {}", lines.arm,
                                    level(line.dashed.back(), lines.manner, decimals));
            ends += '.';
        }
    }
    Chart chart = chart_of(lines.name, lines.title, lines.what + " by year, means over futures." + ends,
                           [&](double width) { return draw_lines(lines, years, low, high, width); });
    chart.table.push_back({"Year", "Sector", lines.baseline, lines.arm});
    for (const YearLine& line : lines.lines) {
        for (std::size_t year = 0; year < line.solid.size(); ++year) {
            const auto put = [&](double value) {
                return level(value, lines.manner, decimals_for(value, lines.manner));
            };
            chart.table.push_back({std::to_string(year + 1), line.label, put(line.solid[year]),
                                   line.dashed.empty() ? "" : put(line.dashed[year])});
        }
    }
    return chart;
}

}  // namespace clout
