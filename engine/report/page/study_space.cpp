#include "engine/report/page/study_space.hpp"

#include "engine/report/page/tipping_chart.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace clout {
namespace {

std::string interval(const Estimate& share, bool distinct) {
    if (!distinct) return "not distinguishable from 0";
    return fmt::format("{:.0f} to {:.0f}", 100 * std::max(0.0, share.low),
                       100 * std::min(1.0, std::max(0.0, share.high)));
}

Importance share_row(const Estimate& share, bool distinct) {
    return {0, {}, std::max(0.0, share.value), interval(share, distinct)};
}

std::vector<Importance> unnamed(const Sensitivity& found, const std::string& unit) {
    std::vector<Importance> rows;
    for (const FirstOrderShare& one : found.first) rows.push_back(share_row(one.share, one.distinct));
    for (const Estimate& one : found.totals) rows.push_back(share_row(one, one.low > 0));
    for (const Estimate& one : found.effects) rows.push_back(share_row(one, one.low > 0));
    const Manner manner = manner_of(unit);
    for (const ElementaryEffects& one : found.screened)
        rows.push_back(
            {0, {}, one.mean_size, level(one.mean_size, manner, decimals_for(one.mean_size, manner))});
    return rows;
}

// Where a point stands on a number, in its own unit.
double place_on(const StoredStudy& study, const SweepSample& sample, std::size_t point, std::size_t factor) {
    const std::size_t at = point * sample.factors + factor;
    return sample.listed.empty() ? study.factors[factor].number.quantile(sample.quantiles[at])
                                 : sample.listed[at];
}

Chart along_one(const StudyContent& content) {
    const SweepSample& sample = *content.sample;
    TippingCurve curve;
    curve.number = content.study->factors[0].name;
    curve.what = content.condition.figure.text();
    curve.level = content.condition.level;
    curve.paired = sample.figure.paired;
    curve.manner = manner_of(sample.unit);
    for (std::size_t point = 0; point < sample.means.size(); ++point)
        curve.played.emplace_back(place_on(*content.study, sample, point, 0), sample.means[point]);
    std::sort(curve.played.begin(), curve.played.end());
    curve.title =
        content.where->sides.empty()
            ? fmt::format("It is {} at {}", condition_words(content), points_that_hold(content))
            : fmt::format("It is {} where {}", condition_words(content), box_words(content.where->sides));
    return tipping_curve(curve);
}

// The sides of the box that lie in this plane, as far as the plane goes.
void add_box(const StudyContent& content, TippingLine& line) {
    for (const RobustSide& side : content.where->sides) {
        const bool across = side.name == line.across;
        if (!across && side.name != line.up) continue;
        for (const auto& end : {side.low, side.high}) {
            if (!end) continue;
            line.pieces.push_back(across ? TippingLine::Piece{*end, line.low, *end, line.high}
                                         : TippingLine::Piece{line.left, *end, line.right, *end});
        }
    }
}

Chart plane(const StudyContent& content, std::size_t across, std::size_t up) {
    const StoredStudy& study = *content.study;
    const SweepSample& sample = *content.sample;
    TippingLine line;
    line.across = study.factors[across].name;
    line.up = study.factors[up].name;
    line.what = condition_words(content);
    std::tie(line.left, line.right) = ends_of(study, sample, across);
    std::tie(line.low, line.high) = ends_of(study, sample, up);
    for (std::size_t point = 0; point < sample.means.size(); ++point)
        line.played.push_back({place_on(study, sample, point, across), place_on(study, sample, point, up),
                               content.condition.holds(sample.means[point])});
    add_box(content, line);
    line.title = fmt::format("It is {} at {}", line.what, points_that_hold(content));
    Chart chart = tipping_line(line);
    chart.alt = fmt::format(
        "Every point of the study by its {} and its {}. Filled: there it is {}; empty: there not.{}",
        line.across, line.up, line.what,
        line.pieces.empty() ? "" : " The lines are the sides of the box in which it mostly holds.");
    return chart;
}

}  // namespace

std::vector<Importance> importance_of(const StoredStudy& study, const Sensitivity& found,
                                      const std::string& unit) {
    std::vector<Importance> rows = unnamed(found, unit);
    for (std::size_t f = 0; f < rows.size(); ++f) {
        rows[f].factor = f;
        rows[f].name = study.factors[f].name;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Importance& a, const Importance& b) { return a.size > b.size; });
    return rows;
}

std::string importance_words(PointOrder order) {
    switch (order) {
        case PointOrder::scattered:
            return "Share of the variance over the points that a number explains by itself";
        case PointOrder::stars:
            return "Share of the variance that would be left if all other numbers were known";
        case PointOrder::walks:
            return "Share of the variance, interactions in equal parts to those who make them";
        case PointOrder::paths: break;
    }
    return "How far a number moves it over its range, as a part of how far the first does";
}

std::string condition_words(const StudyContent& content) {
    const SweepSample& sample = *content.sample;
    double size = std::abs(content.condition.level);
    for (const double mean : sample.means) size = std::max(size, std::abs(mean));
    const Manner manner = manner_of(sample.unit);
    const int decimals = decimals_for(size, manner);
    const double at = content.condition.level;
    return (content.condition.at_least ? "at least " : "at most ") +
           (sample.figure.paired && at != 0 ? change(at, manner, decimals) : level(at, manner, decimals));
}

std::string points_that_hold(const StudyContent& content) {
    const auto& means = content.sample->means;
    const auto holds =
        std::count_if(means.begin(), means.end(), [&](double mean) { return content.condition.holds(mean); });
    return fmt::format("{} of {} points", grouped(static_cast<std::uint64_t>(holds)),
                       grouped(std::uint64_t{means.size()}));
}

std::pair<double, double> ends_of(const StoredStudy& study, const SweepSample& sample, std::size_t factor) {
    double low = 0, high = 0;
    for (std::size_t point = 0; point < sample.means.size(); ++point) {
        const double value = place_on(study, sample, point, factor);
        low = point == 0 ? value : std::min(low, value);
        high = point == 0 ? value : std::max(high, value);
    }
    return {low, high};
}

std::optional<Chart> space_chart(const StudyContent& content) {
    const std::size_t factors = content.study->factors.size();
    if (factors == 0 || content.sample->means.size() < 2) return std::nullopt;
    if (factors == 1) return along_one(content);
    const auto rows = importance_of(*content.study, *content.hangs_on, content.sample->unit);
    return plane(content, rows[0].factor, rows[1].factor);
}

}  // namespace clout
