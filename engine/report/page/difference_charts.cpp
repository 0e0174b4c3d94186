#include "engine/report/page/difference_charts.hpp"

#include "engine/report/page/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace clout {
namespace {

// The values below which (i + ½) in kDots of all futures lie.
std::vector<double> quantiles(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    std::vector<double> dots;
    for (std::size_t i = 0; i < kDots; ++i) {
        const double at = (static_cast<double>(i) + 0.5) / kDots * static_cast<double>(values.size()) - 0.5;
        const double low = std::clamp(std::floor(at), 0.0, static_cast<double>(values.size() - 1));
        const auto row = static_cast<std::size_t>(low), next = std::min(row + 1, values.size() - 1);
        const double part = std::clamp(at - low, 0.0, 1.0);
        dots.push_back(values[row] + part * (values[next] - values[row]));
    }
    return dots;
}

struct Span1 {
    double low = 0, high = 0;
};

// All dots, and nothing at all, which tells gains from losses.
Span1 span_of(const std::vector<double>& dots, double band) {
    Span1 span{std::min(dots.front(), -band), std::max(dots.back(), band)};
    if (!(span.high > span.low)) span = {span.low - 1, span.high + 1};
    const double margin = 0.04 * (span.high - span.low);
    return {span.low - margin, span.high + margin};
}

void draw_axis(Drawing& drawing, const Scale& x, double y, const DifferenceSpread& spread) {
    const double width = drawing.width();
    const auto at = marks(x.low(), x.high(), width < 500 ? 4 : 7);
    const double step = mark_step(x.high() - x.low(), width < 500 ? 4 : 7);
    const double shown = spread.manner == Manner::part ? 100 * step : step;
    const int decimals = spread.manner == Manner::pounds && shown < 1 ? std::max(2, decimals_of_step(shown))
                                                                      : decimals_of_step(shown);
    drawing.line({0, y}, {width, y}, {.stroke = kQuietColour});
    for (const double mark : at) {
        drawing.line({x(mark), y}, {x(mark), y + 5}, {.stroke = kQuietColour});
        const std::string label = std::abs(mark) < step / 2 ? "0" : change(mark, spread.manner, decimals);
        const double half = text_width(label, 13) / 2;
        drawing.text({std::clamp(x(mark), half, width - half), y + 20}, label,
                     {.size = 13, .anchor = Anchor::middle});
    }
}

// Where nothing is different, and which way is more.
void draw_zero(Drawing& drawing, double zero, double top, double base, double width) {
    drawing.line({zero, top - 8}, {zero, base}, {.stroke = kTextColour, .width = 1, .dash = "2 3"});
    if (zero > 90)
        drawing.text({std::min(zero - 8, width - 10), 16}, "← less",
                     {.size = 14, .anchor = Anchor::end, .bold = true});
    if (zero < width - 90) drawing.text({zero + 8, 16}, "more →", {.size = 14, .bold = true});
    drawing.text({std::clamp(zero, 60.0, width - 60), 32}, "no difference",
                 {.size = 13, .anchor = Anchor::middle, .colour = kQuietColour});
}

constexpr double kSmallestDot = 3, kTallestStack = 260;  // [px] of a radius; of dots on top of each other

int tallest_stack(const std::vector<double>& dots, const Scale& x, double radius) {
    std::map<long, int> stacked;
    int tallest = 0;
    for (const double dot : dots)
        tallest = std::max(tallest, ++stacked[std::lround((x(dot) - 10) / (2 * radius))]);
    return tallest;
}

Drawing draw_dots(const DifferenceSpread& spread, const std::vector<double>& dots, double width) {
    const Span1 span = span_of(dots, spread.band);
    const Scale x(span.low, span.high, 10, width - 10);
    double radius = width < 500 ? 5 : 7;
    int tallest = tallest_stack(dots, x, radius);
    while (radius > kSmallestDot && 2 * radius * tallest > kTallestStack)
        tallest = tallest_stack(dots, x, --radius);
    const double top = 44, base = top + 2 * radius * tallest + 8;
    Drawing drawing(width, base + 48);
    if (spread.band > 0) {
        drawing.rectangle({x(-spread.band), top - 8}, x(spread.band) - x(-spread.band), base - top + 8,
                          {.fill = kPaleColour});
    }
    draw_zero(drawing, x(0), top, base, width);
    std::map<long, int> height;
    for (const double dot : dots) {
        const long column = std::lround((x(dot) - 10) / (2 * radius));
        const int row = height[column]++;
        const Point centre{10 + 2 * radius * static_cast<double>(column),
                           base - radius - 2 * radius * row - 2};
        const bool loses = dot<-spread.band, gains = dot> spread.band;
        drawing.circle(centre, radius - 1,
                       {.fill = gains   ? kBaselineColour
                                : loses ? kArmColour
                                        : "#ffffff",
                        .stroke = loses ? kTextColour : kBaselineColour,
                        .width = 1.2});
    }
    draw_axis(drawing, x, base, spread);
    drawing.text({width / 2, base + 40}, "each dot: 2 in 100 futures",
                 {.size = 13, .anchor = Anchor::middle, .colour = kQuietColour});
    return drawing;
}

// One symbol of the icon array: a full disc, a ring, or a ring with a bar across it.
void draw_icon(Drawing& drawing, Point centre, double radius, std::size_t kind) {
    if (kind == 0) {
        drawing.circle(centre, radius, {.fill = kBaselineColour, .stroke = kBaselineColour});
    } else {
        drawing.circle(centre, radius,
                       {.fill = kind == 1 ? "#ffffff" : kArmColour, .stroke = kTextColour, .width = 1.3});
        if (kind == 2)
            drawing.line({centre.x - radius, centre.y}, {centre.x + radius, centre.y},
                         {.stroke = kTextColour, .width = 2});
    }
}

}  // namespace

std::vector<std::size_t> in_proportion(const std::vector<std::size_t>& counts, std::size_t whole) {
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    std::vector<std::size_t> parts, order(counts.size()), rest;
    std::size_t given = 0;
    for (const std::size_t count : counts) {
        parts.push_back(all == 0 ? 0 : count * whole / all);
        rest.push_back(all == 0 ? 0 : count * whole % all);
        given += parts.back();
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; all > 0 && given < whole; ++i, ++given) ++parts[order[i % order.size()]];
    return parts;
}

Chart quantile_dotplot(const DifferenceSpread& spread) {
    const std::vector<double> dots = quantiles(spread.values);
    const auto put = [&](double value) {
        return change(value, spread.manner, decimals_for(dots.back() - dots.front(), spread.manner));
    };
    const auto beyond = std::count_if(dots.begin(), dots.end(), [&](double d) { return d > spread.band; });
    const auto below = std::count_if(dots.begin(), dots.end(), [&](double d) { return d < -spread.band; });
    Chart chart = chart_of(
        "difference", spread.title,
        fmt::format(
            "Fifty dots stand for the futures, two in a hundred each. Under \"{}\" against \"{}\" the "
            "difference "
            "in {} runs from {} to {}; {} of 50 dots are gains, {} are about the same, {} are losses.",
            spread.arm, spread.baseline, spread.what, put(dots.front()), put(dots.back()), beyond,
            static_cast<long>(kDots) - beyond - below, below),
        [&](double width) { return draw_dots(spread, dots, width); });
    chart.table.push_back({"Futures with less than this", spread.what});
    for (std::size_t i = 0; i < kDots; ++i)
        chart.table.push_back({fmt::format("{} %", 2 * i + 1), put(dots[i])});
    return chart;
}

Chart icon_array(const FutureCounts& counts) {
    const auto parts = in_proportion({counts.more, counts.same, counts.less}, 100);
    const std::vector<std::string> words{"gains", "gets about the same", "loses"};
    const std::size_t all = counts.more + counts.same + counts.less;
    Chart chart = chart_of(
        "futures", counts.title,
        fmt::format(
            "A hundred symbols: in {} of 100 futures {} gains, in {} it gets about the same, in {} it loses.",
            parts[0], counts.who, parts[1], parts[2]),
        [&](double width) {
            const std::size_t columns = width < 500 ? 10 : 25, rows = 100 / columns;
            const double pitch = width < 500 ? 24 : 22, radius = 8;
            Drawing drawing(width, pitch * static_cast<double>(rows) + 3 * 24 + 8);
            for (std::size_t i = 0; i < 100; ++i) {
                const std::size_t kind = i < parts[0] ? 0 : i < parts[0] + parts[1] ? 1 : 2;
                draw_icon(drawing,
                          {10 + pitch * static_cast<double>(i % columns),
                           10 + pitch * static_cast<double>(i / columns)},
                          radius, kind);
            }
            for (std::size_t kind = 0; kind < 3; ++kind) {
                const double y = pitch * static_cast<double>(rows) + 20 + 24 * static_cast<double>(kind);
                draw_icon(drawing, {10, y - 5}, radius, kind);
                drawing.text({26, y}, fmt::format("{} in 100", parts[kind]), {.bold = true});
                drawing.text({106, y}, words[kind]);
            }
            return drawing;
        });
    chart.table.push_back({counts.who, "futures", "of " + std::to_string(all)});
    for (std::size_t kind = 0; kind < 3; ++kind) {
        const std::size_t count = kind == 0 ? counts.more : kind == 1 ? counts.same : counts.less;
        chart.table.push_back({words[kind], std::to_string(count), fmt::format("{} in 100", parts[kind])});
    }
    return chart;
}

}  // namespace clout
