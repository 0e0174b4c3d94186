// What makes the difference, where it was computed: levers, theories of bargaining, uncertain numbers, and
// where it tips.
#include "engine/base/text.hpp"
#include "engine/report/page/cause_charts.hpp"
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/page/tipping_chart.hpp"
#include "engine/report/text/attribution_text.hpp"
#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kDriversShown = 8;

Chart levers_of(const Attribution& found, const Provenance& provenance) {
    Waterfall fall{{},
                   found.from_label,
                   found.to_label,
                   figure_words(found.measure.name, provenance),
                   found.from_mean,
                   found.to_mean,
                   {},
                   manner_of(found.measure.unit)};
    const AttributedPart* most = nullptr;
    for (const AttributedPart& part : found.parts) {
        const double effect = part.effect.summary.mean;
        fall.steps.push_back({part_label(part.part), effect});
        if (!most || std::abs(effect) > std::abs(most->effect.summary.mean)) most = &part;
    }
    const auto put = [&](double value) {
        return change(value, fall.manner, decimals_for(value, fall.manner));
    };
    fall.title =
        most ? fmt::format("The largest part of {} is that of \"{}\": {}", put(found.total.summary.mean),
                           part_label(most->part), put(most->effect.summary.mean))
             : "No lever lies between the two";
    return waterfall(fall);
}

std::vector<std::string> together_of(const Attribution& found) {
    const Manner manner = manner_of(found.measure.unit);
    std::vector<std::string> lines;
    for (const Interaction& pair : found.interactions) {
        if (lines.size() == 3 || std::abs(pair.effect.summary.mean) < 0.05 * found.largest_part()) break;
        const double mean = pair.effect.summary.mean;
        lines.push_back(fmt::format("\"{}\" with \"{}\": {}", part_label(found.parts[pair.one].part),
                                    part_label(found.parts[pair.other].part),
                                    change(mean, manner, decimals_for(mean, manner) + 1)));
    }
    return lines;
}

void tell_levers(const AttributionStudy& study, HtmlPage& page) {
    page.section("Which lever does it");
    page.chart(levers_of(study.found, study.provenance));
    page.paragraph(
        "The bars begin near the baseline, not at nothing. A lever's part is its Shapley value: the mean of "
        "what it adds when levers are pulled one after the "
        "other, over "
        "every order. Parts sum to the whole.",
        "small");
    const auto together = together_of(study.found);
    if (together.empty()) return;
    page.paragraph("Beyond what each does apart:");
    page.list(together);
}

Chart theories_of(const Theories& theories, std::size_t arm, const Provenance& provenance,
                  const std::string& name) {
    Ranges ranges{
        name,
        survival_sentence(theories, arm, provenance),
        fmt::format("Difference in contested money {}a year", theories.per_patient ? "a patient " : ""),
        {},
        0,
        theories.per_patient ? Manner::pounds : Manner::million_pounds};
    for (const Theory& theory : theories.theories) {
        if (!theory.arms[arm]) continue;
        const Summary& size = theory.arms[arm]->size.difference.summary;
        ranges.rows.push_back(
            {theory.name, size.p05, size.p95, verdict_words(theory.arms[arm]->headline.verdict)});
    }
    return range_chart(ranges);
}

void tell_theories(const TheoriesStudy& study, const std::string& arm, HtmlPage& page) {
    const Theories& found = study.found;
    const auto at =
        std::find_if(found.arms.begin(), found.arms.end(), [&](const auto& one) { return one.first == arm; });
    const auto row = static_cast<std::size_t>(at - found.arms.begin());
    if (at == found.arms.end() || row == found.baseline) return;
    page.section("Does it depend on how one thinks people bargain");
    page.chart(theories_of(found, row, study.provenance, "theories"));
    if (!study.recalibrated) return;
    page.paragraph(
        fmt::format("The same with the position of {} found again under each theory, so that the first year "
                    "begins alike:",
                    mid_sentence(study.provenance.label(study.recalibrated->sector))));
    page.chart(theories_of(study.recalibrated->found, row, study.provenance, "recalibrated"));
}

void tell_drivers(const DriversStudy& study, HtmlPage& page) {
    const Drivers& found = study.found;
    std::vector<const Driver*> told;
    for (const Driver& driver : found.drivers)
        if (driver.first.distinct) told.push_back(&driver);
    std::stable_sort(told.begin(), told.end(), [](const Driver* a, const Driver* b) {
        return a->first.share.value > b->first.share.value;
    });
    told.resize(std::min(told.size(), kDriversShown));
    page.section("Which uncertain numbers it hangs on");
    if (told.empty())
        return page.paragraph("No uncertain number can be told from having no part in the spread.");
    Shares shares{
        "drivers", {}, "Share of the spread from future to future that a number explains by itself", {}};
    for (const Driver* driver : told)
        shares.rows.push_back(
            {driver->factor.name, driver->first.share.value,
             fmt::format("{} to {}", grouped(std::max(0.0, 100 * driver->first.share.low), 0),
                         grouped(100 * driver->first.share.high, 0))});
    shares.title = fmt::format("The spread hangs most on {}: {:.0f} % of it", told[0]->factor.name,
                               100 * told[0]->first.share.value);
    page.chart(share_bars(shares));
}

TippingCurve curve_of(const ThresholdStudy& study) {
    TippingCurve curve;
    curve.number = study.varied[0].path;
    curve.level = study.condition.level;
    curve.paired = study.condition.figure.paired;
    curve.what = figure_words(study.condition.figure.measure, study.provenance) +
                 (curve.paired ? ", the difference between the two," : "");
    curve.manner = manner_of(study.unit);
    for (const Rung& rung : study.crossing->rungs) curve.played.emplace_back(rung.at, rung.mean);
    using Kind = Crossing::Kind;
    const Kind kind = study.crossing->kind;
    if (kind == Kind::from_here_on || kind == Kind::up_to_here) curve.at = study.crossing->at;
    const std::string level_words =
        curve.paired ? change(curve.level, curve.manner, decimals_for(curve.level, curve.manner))
                     : level(curve.level, curve.manner, decimals_for(curve.level, curve.manner));
    const std::string held = fmt::format("{} is {} {}", curve.what,
                                         study.condition.at_least ? "at least" : "at most", level_words);
    curve.title = curve.at
                      ? fmt::format("{} where {} is {:.3g} or {}", held, curve.number, *curve.at,
                                    kind == Kind::from_here_on ? "more" : "less")
                      : fmt::format("{} {} this range of {}", held,
                                    kind == Kind::everywhere ? "everywhere in" : "nowhere in", curve.number);
    return curve;
}

TippingLine line_of(const ThresholdStudy& study) {
    const auto &across = study.varied[0].range, &up = study.varied[1].range;
    const auto x = [&](double part) { return across[0] + part * (across[1] - across[0]); };
    const auto y = [&](double part) { return up[0] + part * (up[1] - up[0]); };
    TippingLine line{{},
                     study.varied[0].path,
                     study.varied[1].path,
                     study.condition.text(),
                     across[0],
                     across[1],
                     up[0],
                     up[1],
                     {},
                     {}};
    for (const Contour::Piece& piece : study.contour->line)
        line.pieces.push_back({x(piece.from.x), y(piece.from.y), x(piece.to.x), y(piece.to.y)});
    for (const Contour::Node& node : study.contour->played)
        line.played.push_back({x(node.at.x), y(node.at.y), study.condition.holds(node.mean)});
    line.title =
        fmt::format("{} in {:.0f} % of this plane", study.condition.text(), 100 * study.contour->above);
    return line;
}

void tell_tipping(const ThresholdStudy& study, HtmlPage& page) {
    if (study.crossing && study.crossing->rungs.size() < 2) return;
    page.section("How much it takes");
    page.chart(study.contour ? tipping_line(line_of(study)) : tipping_curve(curve_of(study)));
}

}  // namespace

void tell_causes(const ReportContent& content, HtmlPage& page) {
    if (content.levers != nullptr) tell_levers(*content.levers, page);
    if (content.theories != nullptr)
        tell_theories(*content.theories, content.study->comparison.arms[content.arm].name, page);
    if (content.drivers != nullptr) tell_drivers(*content.drivers, page);
    if (content.tipping != nullptr) tell_tipping(*content.tipping, page);
}

}  // namespace clout
