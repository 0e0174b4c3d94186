#include "engine/report/page/voice_charts.hpp"

#include "engine/report/page/scale.hpp"
#include "engine/report/text/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

std::string about_percent(double share) {
    const double size = std::abs(100 * share), shown = size < 0.005 ? size : 100 * share;  // no "-0.00"
    return fmt::format("{:.{}f} %", shown, size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : 2);
}

struct Extent {
    double low = 0, high = 0;
};

Extent extent_of(const PairedPanel& panel, bool two) {
    Extent extent;
    for (const PairedRow& row : panel.rows) {
        for (const double value : {row.baseline, two ? row.arm : row.baseline}) {
            extent.low = std::min(extent.low, value);
            extent.high = std::max(extent.high, value);
        }
    }
    if (extent.high == extent.low) extent.high = 0.01;
    return extent;
}

void draw_row(Drawing& drawing, const PairedRow& row, const Scale& x, double y, bool two) {
    if (two) drawing.line({x(row.baseline), y}, {x(row.arm), y}, {.stroke = kQuietColour, .width = 1.5});
    drawing.circle({x(row.baseline), y}, 5.5, {.fill = kBaselineColour});
    if (two) drawing.circle({x(row.arm), y}, 5.5, {.fill = "#ffffff", .stroke = kArmColour, .width = 2.5});
}

// The panel's rows from y on; returns where the next thing may stand.
double draw_panel(Drawing& drawing, const PairedPanel& panel, double left, double y, double width,
                  double label_width, bool two) {
    const Extent extent = extent_of(panel, two);
    const double figures = two ? 96 : 52;
    const Scale x(extent.low, extent.high, left + label_width + 8, left + width - figures - 8);
    drawing.text({left, y}, panel.heading, {.size = 14, .bold = true});
    y += 12;
    const double pitch = 26, bottom = y + pitch * static_cast<double>(panel.rows.size());
    for (const double mark : marks(extent.low, extent.high, 3)) {
        drawing.line({x(mark), y}, {x(mark), bottom}, {.stroke = kGridColour});
        drawing.text({x(mark), bottom + 15}, about_percent(mark),
                     {.size = 12, .anchor = Anchor::middle, .colour = kQuietColour});
    }
    for (const PairedRow& row : panel.rows) {
        y += pitch / 2;
        if (label_width > 0) {
            const auto broken = lines_of(row.label, label_width, 13);
            drawing.text({left, y + 4}, broken.size() > 1 ? broken[0] + " …" : row.label, {.size = 13});
        }
        draw_row(drawing, row, x, y, two);
        drawing.text(
            {left + width, y + 4},
            two ? about_percent(row.baseline) + " | " + about_percent(row.arm) : about_percent(row.baseline),
            {.size = 12, .anchor = Anchor::end});
        y += pitch / 2;
    }
    return bottom + 34;
}

Drawing draw_paired(const PairedDots& dots, double width) {
    const bool two = !dots.arm.empty(), beside = width >= 500 && dots.panels.size() > 1;
    double rows = 0, all_rows = 0;
    for (const PairedPanel& panel : dots.panels) {
        rows = std::max(rows, static_cast<double>(panel.rows.size()));
        all_rows += static_cast<double>(panel.rows.size());
    }
    const double panels = static_cast<double>(dots.panels.size());
    const double height = 30 + (beside ? 26 * rows + 50 : 26 * all_rows + 58 * panels) + (two ? 46 : 4);
    Drawing drawing(width, height);
    double y = 18;
    if (two) {
        drawing.circle({8, y - 4}, 5.5, {.fill = kBaselineColour});
        drawing.text({20, y}, dots.baseline, {.size = 14});
        drawing.circle({8, y + 18}, 5.5, {.fill = "#ffffff", .stroke = kArmColour, .width = 2.5});
        drawing.text({20, y + 22}, dots.arm, {.size = 14});
        y += 52;
    }
    if (beside) {
        const double names = 150, each = (width - names - 24) / panels;
        double left = 0;
        for (std::size_t i = 0; i < dots.panels.size(); ++i) {
            const double own = i == 0 ? names : 0;
            draw_panel(drawing, dots.panels[i], left, y, each + own, own, two);
            left += each + own + 24;
        }
    } else {
        const double names = width < 500 ? 112 : 180;
        for (const PairedPanel& panel : dots.panels)
            y = draw_panel(drawing, panel, 0, y, width, names, two) + 6;
    }
    return drawing;
}

// How far up a voice is drawn: the power of ten below the least that is left of any.
double depth_of(const Staircase& stairs) {
    double depth = 1;
    for (const auto* steps : {&stairs.steps, &stairs.arm_steps}) {
        for (const Tier& tier : *steps) {
            if (tier.left > 0) depth = std::max(depth, std::ceil(-std::log10(tier.left) - 1e-9));
        }
    }
    return depth;
}

void draw_steps(Drawing& drawing, const std::vector<Tier>& steps, const Scale& x, const Scale& y,
                bool baseline) {
    std::vector<Point> line;
    const double floor = y(y.high());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double height = steps[i].left > 0 ? y(-std::log10(steps[i].left)) : floor;
        line.push_back({x(static_cast<double>(i)), height});
        line.push_back({x(static_cast<double>(i + 1)), height});
    }
    if (baseline) {
        std::vector<Point> area = line;
        if (!area.empty()) {
            area.push_back({area.back().x, floor});
            area.push_back({area.front().x, floor});
            drawing.trail(area, {.fill = kBaselineColour, .opacity = 0.10}, true);
        }
    }
    drawing.trail(line, {.stroke = colour_of(baseline), .width = 3, .dash = dash_of(baseline)});
}

// A line a step: what stands there, and what is left of the voice.
std::vector<std::string> stair_words(const Staircase& stairs, std::size_t most) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < most; ++i) {
        const auto told = [&](const std::vector<Tier>& tiers) {
            return i < tiers.size() ? tiers[i].label + ": " + one_in(tiers[i].left) : std::string("–");
        };
        const std::string one = told(stairs.steps), other = told(stairs.arm_steps);
        const bool alike = i < stairs.steps.size() && i < stairs.arm_steps.size() &&
                           stairs.steps[i].label == stairs.arm_steps[i].label;
        words.push_back(fmt::format(
            "{}  {}{}", i + 1, one,
            stairs.arm_steps.empty() ? "" : " | " + (alike ? one_in(stairs.arm_steps[i].left) : other)));
    }
    return words;
}

Drawing draw_stairs(const Staircase& stairs, double width) {
    const auto most = static_cast<double>(std::max(stairs.steps.size(), stairs.arm_steps.size()));
    const bool two = !stairs.arm_steps.empty(), narrow = width < 500;
    constexpr double kLine = 1.25 * 13;
    const double keys = two ? 48 : 6, plot = narrow ? 190 : 240;
    const auto words = stair_words(stairs, static_cast<std::size_t>(most));
    double listed = 12;
    for (const std::string& one : words)
        listed += kLine * static_cast<double>(lines_of(one, width, 13).size());
    Drawing drawing(width, keys + plot + 40 + listed);
    double top = 14;
    if (two) {
        draw_key(drawing, {0, 16}, true, stairs.baseline);
        draw_key(drawing, {0, 38}, false, stairs.arm);
        top += 44;
    }
    const double depth = depth_of(stairs), bottom = top + plot;
    const Scale x(0, std::max(most, 1.0), 78, width - 6), y(0, depth, top + 6, bottom);
    for (double power = 0; power <= depth; ++power) {
        drawing.line({78, y(power)}, {width, y(power)}, {.stroke = kGridColour});
        drawing.text(
            {72, y(power) + 4},
            power == 0 ? "all of it" : "1 in " + grouped(std::uint64_t(std::llround(std::pow(10.0, power)))),
            {.size = 12, .anchor = Anchor::end});
    }
    draw_steps(drawing, stairs.steps, x, y, true);
    if (two) draw_steps(drawing, stairs.arm_steps, x, y, false);
    for (std::size_t i = 0; i < static_cast<std::size_t>(most); ++i) {
        drawing.text({x(static_cast<double>(i) + 0.5), bottom + 16}, std::to_string(i + 1),
                     {.size = 12, .anchor = Anchor::middle});
    }
    double at = bottom + 40;
    for (const std::string& one : words)
        at += kLine * static_cast<double>(drawing.paragraph({0, at}, one, width, {.size = 13}));
    return drawing;
}

}  // namespace

Chart paired_dots(const PairedDots& dots) {
    const bool two = !dots.arm.empty();
    std::string alt = dots.what + ".";
    Chart chart{dots.name, dots.title, {}, {}, {}, {}};
    chart.table.push_back(two ? std::vector<std::string>{"Of what", "Whose", dots.baseline, dots.arm}
                              : std::vector<std::string>{"Of what", "Whose", dots.baseline});
    for (const PairedPanel& panel : dots.panels) {
        alt += " " + panel.heading + ":";
        for (const PairedRow& row : panel.rows) {
            alt += fmt::format(" {} {}{};", row.label, about_percent(row.baseline),
                               two ? ", under \"" + dots.arm + "\" " + about_percent(row.arm) : "");
            std::vector<std::string> cells{panel.heading, row.label, about_percent(row.baseline)};
            if (two) cells.push_back(about_percent(row.arm));
            chart.table.push_back(std::move(cells));
        }
        if (alt.back() == ';') alt.back() = '.';
    }
    auto table = std::move(chart.table);
    chart = chart_of(dots.name, dots.title, alt, [&](double width) { return draw_paired(dots, width); });
    chart.table = std::move(table);
    return chart;
}

Chart staircase(const Staircase& stairs) {
    std::string alt = fmt::format("Steps from {} up to the decision.", stairs.who);
    for (const Tier& tier : stairs.steps)
        alt += fmt::format(" {}: {}{}.", tier.label, one_in(tier.left),
                           tier.losses.empty() ? "" : " (" + tier.losses + ")");
    Chart chart =
        chart_of(stairs.name, stairs.title, alt, [&](double width) { return draw_stairs(stairs, width); });
    chart.table.push_back({"Tier", stairs.baseline, "lost here", stairs.arm, "lost here"});
    for (std::size_t i = 0; i < std::max(stairs.steps.size(), stairs.arm_steps.size()); ++i) {
        const Tier *one = i < stairs.steps.size() ? &stairs.steps[i] : nullptr,
                   *other = i < stairs.arm_steps.size() ? &stairs.arm_steps[i] : nullptr;
        chart.table.push_back({one ? one->label : other->label, one ? one_in(one->left) : "",
                               one ? one->losses : "", other ? one_in(other->left) : "",
                               other ? other->losses : ""});
    }
    return chart;
}

}  // namespace clout
