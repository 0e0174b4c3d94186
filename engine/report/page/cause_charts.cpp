#include "engine/report/page/cause_charts.hpp"

#include "engine/report/page/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kPitch = 40;  // [px] from row to row: a line of words above each

Drawing draw_waterfall(const Waterfall& fall, double width) {
    double low = std::min(fall.start, fall.end), high = std::max(fall.start, fall.end), at = fall.start;
    for (const WaterfallStep& step : fall.steps) {
        at += step.effect;
        low = std::min(low, at);
        high = std::max(high, at);
    }
    const double margin = 0.02 * (high - low);
    const Scale x(low - margin, high + margin, 4, width - 92);
    const int decimals = decimals_for(high - low, fall.manner);
    Drawing drawing(width, kPitch * static_cast<double>(fall.steps.size() + 2) + 8);
    double y = 16;
    const auto row = [&](const std::string& label, double from, double to, const Ink& ink,
                         const std::string& figure) {
        drawing.text({0, y}, label, {.size = 13});
        drawing.rectangle({std::min(x(from), x(to)), y + 5}, std::max(std::abs(x(to) - x(from)), 1.5), 14,
                          ink);
        drawing.text({width, y + 17}, figure, {.size = 13, .anchor = Anchor::end, .bold = true});
        y += kPitch;
    };
    row(fall.from, low - margin, fall.start, {.fill = kBaselineColour},
        level(fall.start, fall.manner, decimals));
    at = fall.start;
    for (const WaterfallStep& step : fall.steps) {
        const bool down = step.effect < 0;
        drawing.line({x(at), y - kPitch + 19}, {x(at), y + 5}, {.stroke = kQuietColour, .width = 0.8});
        row(step.label, at, at + step.effect,
            down ? Ink{.fill = "#ffffff", .stroke = kArmColour, .width = 2} : Ink{.fill = kArmColour},
            change(step.effect, fall.manner, decimals));
        at += step.effect;
    }
    row(fall.to, low - margin, fall.end, {.fill = kBaselineColour}, level(fall.end, fall.manner, decimals));
    return drawing;
}

Drawing draw_ranges(const Ranges& ranges, double width) {
    double low = -ranges.band, high = ranges.band;
    for (const RangeRow& row : ranges.rows) low = std::min(low, row.low), high = std::max(high, row.high);
    if (!(high > low)) low -= 1, high += 1;
    const double names = width < 500 ? 92 : 130;
    const Scale x(low, high, names + 60, width - 66);
    Drawing drawing(width, 34 * static_cast<double>(ranges.rows.size()) + 40);
    const double bottom = 34 * static_cast<double>(ranges.rows.size()) + 8;
    if (ranges.band > 0)
        drawing.rectangle({x(-ranges.band), 4}, x(ranges.band) - x(-ranges.band), bottom - 4,
                          {.fill = kPaleColour});
    drawing.line({x(0), 4}, {x(0), bottom}, {.stroke = kTextColour, .dash = "2 3"});
    drawing.text({x(0), bottom + 16}, "no difference",
                 {.size = 12, .anchor = Anchor::middle, .colour = kQuietColour});
    double y = 24;
    const int decimals = decimals_for(std::max(std::abs(low), std::abs(high)), ranges.manner);
    for (const RangeRow& row : ranges.rows) {
        drawing.text({0, y + 4}, row.label, {.size = 13, .bold = true});
        if (!row.verdict.empty())
            drawing.text({0, y + 17}, row.verdict, {.size = 11, .colour = kQuietColour});
        drawing.line({x(row.low), y}, {x(row.high), y}, {.stroke = kBaselineColour, .width = 6});
        const std::string least = change(row.low, ranges.manner, decimals);
        const double wide =
            text_width(least, 12);  // on white, where the line of no difference runs behind it
        drawing.rectangle({x(row.low) - 8 - wide, y - 8}, wide + 3, 15, {.fill = "#ffffff"});
        drawing.text({x(row.low) - 6, y + 4}, least, {.size = 12, .anchor = Anchor::end});
        drawing.text({x(row.high) + 6, y + 4}, change(row.high, ranges.manner, decimals), {.size = 12});
        y += 34;
    }
    return drawing;
}

Drawing draw_shares(const Shares& shares, double width) {
    double high = 0;
    for (const ShareRow& row : shares.rows) high = std::max(high, row.share);
    const Scale x(0, high > 0 ? high : 1, 0, width - (width < 500 ? 150 : 220));
    Drawing drawing(width, kPitch * static_cast<double>(shares.rows.size()) + 8);
    double y = 16;
    for (const ShareRow& row : shares.rows) {
        drawing.text({0, y}, row.label, {.size = 13});
        drawing.rectangle({0, y + 5}, std::max(x(row.share), 1.5), 14, {.fill = kBaselineColour});
        const std::string figure = fmt::format("{:.0f} %", 100 * row.share);
        drawing.text({x(row.share) + 6, y + 17}, figure, {.size = 13, .bold = true});
        drawing.text({x(row.share) + 14 + text_width(figure, 14), y + 17}, row.beside,
                     {.size = 12, .colour = kQuietColour});
        y += kPitch;
    }
    return drawing;
}

}  // namespace

Chart waterfall(const Waterfall& fall) {
    const int decimals = decimals_for(fall.end - fall.start, fall.manner);
    std::string alt = fmt::format(
        "From {} under \"{}\" to {} under \"{}\" in {}:", level(fall.start, fall.manner, decimals), fall.from,
        level(fall.end, fall.manner, decimals), fall.to, fall.what);
    for (const WaterfallStep& step : fall.steps)
        alt += fmt::format(" {} {};", step.label, change(step.effect, fall.manner, decimals));
    alt.back() = '.';
    Chart chart =
        chart_of("levers", fall.title, alt, [&](double width) { return draw_waterfall(fall, width); });
    chart.table.push_back({"Lever", fall.what});
    chart.table.push_back({fall.from, level(fall.start, fall.manner, decimals)});
    for (const WaterfallStep& step : fall.steps)
        chart.table.push_back({step.label, change(step.effect, fall.manner, decimals)});
    chart.table.push_back({fall.to, level(fall.end, fall.manner, decimals)});
    return chart;
}

Chart range_chart(const Ranges& ranges) {
    std::string alt = ranges.what + "; nine futures in ten lie:";
    const auto put = [&](double value) {
        return change(value, ranges.manner, decimals_for(value, ranges.manner));
    };
    for (const RangeRow& row : ranges.rows)
        alt += fmt::format(" {} from {} to {};", row.label, put(row.low), put(row.high));
    alt.back() = '.';
    Chart chart =
        chart_of(ranges.name, ranges.title, alt, [&](double width) { return draw_ranges(ranges, width); });
    chart.table.push_back({"Theory", "5 % of futures below", "95 % below", "Finding"});
    for (const RangeRow& row : ranges.rows)
        chart.table.push_back({row.label, put(row.low), put(row.high), row.verdict});
    return chart;
}

Chart share_bars(const Shares& shares) {
    std::string alt = shares.what + ":";
    for (const ShareRow& row : shares.rows)
        alt += fmt::format(" {} {:.0f} % ({});", row.label, 100 * row.share, row.beside);
    alt.back() = '.';
    Chart chart =
        chart_of(shares.name, shares.title, alt, [&](double width) { return draw_shares(shares, width); });
    chart.table.push_back({shares.what, "share", "95 % interval"});
    for (const ShareRow& row : shares.rows)
        chart.table.push_back({row.label, fmt::format("{:.1f} %", 100 * row.share), row.beside});
    return chart;
}

}  // namespace clout
