// The first sections of a report: what came out, how sure, and how it goes over the years.
#include "engine/analysis/percentile.hpp"
#include "engine/report/page/difference_charts.hpp"
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/page/year_charts.hpp"
#include "engine/report/text/arm_finding.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace clout {
namespace {

constexpr std::size_t kPaths = 10;  // sample futures that are drawn

struct Money {  // the measure that a page leads with
    std::string name, words;
    Manner manner;
};

// `in_all`: the finding is judged on the money from all funds (headline.hpp).
Money money_of(const Comparison& comparison, const std::string& focus, bool in_all) {
    if (in_all) return {"received." + focus, "money from all funds a year", Manner::million_pounds};
    return comparison.base().find("per_patient." + focus)
               ? Money{"per_patient." + focus, "contested money a patient a year", Manner::pounds}
               : Money{"decided." + focus, "contested money a year", Manner::million_pounds};
}

Money money_of(const ReportContent& content) {
    return money_of(content.study->comparison, content.study->provenance.focus,
                    content.found && content.found->in_all);
}

std::vector<double> known_and_sorted(std::span<const double> values) {
    std::vector<double> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known),
                 [](double v) { return std::isfinite(v); });
    std::sort(known.begin(), known.end());
    return known;
}

FanArm fan_arm(const ArmOutcome& arm, bool baseline, std::size_t quantity) {
    FanArm fan;
    fan.label = arm.label;
    fan.baseline = baseline;
    fan.paths.resize(std::min(kPaths, arm.outcome->replicates));
    for (std::size_t year = 0; year < arm.outcome->years; ++year) {
        const auto values = arm.outcome->of(quantity, year);
        const auto sorted = known_and_sorted(values);
        fan.p05.push_back(percentile(sorted, 0.05));
        fan.p25.push_back(percentile(sorted, 0.25));
        fan.p75.push_back(percentile(sorted, 0.75));
        fan.p95.push_back(percentile(sorted, 0.95));
        for (std::size_t path = 0; path < fan.paths.size(); ++path) fan.paths[path].push_back(values[path]);
    }
    return fan;
}

Chart fan_of(const ReportContent& content) {
    const Money money = money_of(content);
    const Comparison& comparison = content.study->comparison;
    const std::string who = content.study->provenance.label(content.study->provenance.focus);
    Fan fan{"years", {}, who + ", " + money.words, {}, money.manner};
    for (const std::size_t row : {comparison.baseline, content.arm}) {
        const ArmOutcome& arm = content.study->arms[row];
        fan.arms.push_back(
            fan_arm(arm, row == comparison.baseline, *find_quantity(*arm.outcome, money.name)));
    }
    const auto mean = [&](std::size_t row, std::size_t year) {
        const double value = comparison.arms[row].find(money.name)->by_year[year].mean;
        return level(value, money.manner, decimals_for(value, money.manner));
    };
    const std::size_t last = comparison.years - 1;
    fan.title = fmt::format("{}: on average from {} in year 1 to {} in year {}; with \"{}\" to {}", who,
                            mean(comparison.baseline, 0), mean(comparison.baseline, last), last + 1,
                            fan.arms[1].label, mean(content.arm, last));
    return fan_chart(fan);
}

Chart shares_of(const ReportContent& content) {
    const Comparison& comparison = content.study->comparison;
    const Provenance& provenance = content.study->provenance;
    YearLines lines{"control",
                    {},
                    "Part of the contested money that each sector controls",
                    comparison.base().label,
                    comparison.arms[content.arm].label,
                    {},
                    Manner::part};
    const auto part = [&](const ArmComparison& arm, const std::string& sector) {
        std::vector<double> shares;
        for (std::size_t year = 0; year < comparison.years; ++year) {
            double all = 0;
            for (const auto& [name, label] : provenance.sector_labels) {
                if (const auto* money = arm.find("controlled." + name)) all += money->by_year[year].mean;
            }
            const auto* money = arm.find("controlled." + sector);
            shares.push_back(money && all > 0 ? money->by_year[year].mean / all : NAN);
        }
        return shares;
    };
    std::string largest;
    double most = -1, first = 0, beside = 0;
    for (const auto& [name, label] : provenance.sector_labels) {
        YearLine line{label, part(comparison.base(), name), part(comparison.arms[content.arm], name)};
        if (!(line.solid.back() > 0) && !(line.dashed.back() > 0)) continue;
        if (line.solid.back() > most) {
            largest = label;
            first = line.solid.front();
            most = line.solid.back();
            beside = line.dashed.back();
        }
        lines.lines.push_back(std::move(line));
    }
    lines.title = fmt::format(
        "{} control most: from {} of the contested money in year 1 to {} in year {}; with \"{}\" to {}",
        largest, level(first, Manner::part, 1), level(most, Manner::part, 1), comparison.years, lines.arm,
        level(beside, Manner::part, 1));
    return year_lines(lines);
}

std::vector<std::string> what_else_moved(const ReportContent& content) {
    const Provenance& provenance = content.study->provenance;
    std::vector<std::string> moved;
    for (const Moved& one : what_moved(content.study->comparison, content.arm, provenance.focus)) {
        const MeasureName name = split_measure(one.measure);
        const Manner of = manner_of(one.unit);
        const int decimals = decimals_for(std::max(std::abs(one.baseline), std::abs(one.arm)), of);
        moved.push_back(fmt::format(
            "{}{}: from {} to {}", measure_words(name.what),
            name.sector.empty() ? "" : ", " + mid_sentence(provenance.label(std::string(name.sector))),
            level(one.baseline, of, decimals), level(one.arm, of, decimals)));
    }
    return moved;
}

void read_first(const ReportContent& content, HtmlPage& page) {
    const Headline& found = *content.found;
    const std::string who = mid_sentence(content.study->provenance.label(content.study->provenance.focus));
    page.note(
        "Read this first",
        {fmt::format(
             "The contested money, which boards decide, is {} a year in \"{}\", {} of what this scenario's "
             "funds pay out, which is not the system's whole budget. All money of {} together goes from {} a "
             "year to {}.",
             level(found.contested, Manner::million_pounds, 1), content.study->comparison.base().label,
             level(found.contested / found.funded, Manner::part, 1), who, pounds(found.received_baseline),
             pounds(found.received_baseline + found.received_change)),
         "This is a scenario under these assumptions: consequences of what was put in, no statement about "
         "what will "
         "happen."});
    page.note(
        "What this does not show",
        {"Need and quality of care are not modelled, and more money for a sector is not the same as better "
         "care. "
         "Who wrote a decision is read off weights at a table, not off what people said. Money outside the "
         "scenario's funds, staff and buildings are not in it."});
}

void show_counts(const ReportContent& content, HtmlPage& page) {
    const Headline& found = *content.found;
    const std::string who = mid_sentence(content.study->provenance.label(content.study->provenance.focus));
    const auto parts = in_proportion({found.more, found.same, found.less}, 100);
    page.section("In how many futures");
    page.chart(
        icon_array({fmt::format("In {} of 100 futures {} gains, in {} it gets about the same, in {} it loses",
                                parts[0], who, parts[1], parts[2]),
                    who, found.more, found.same, found.less}));
    page.paragraph(fmt::format("Counted: {} gain, {} get about the same (within ±{} a year), {} lose.",
                               count_of(found.more, content.study->comparison.replicates), found.same,
                               pounds(found.band), found.less),
                   "small");
}

// What the headline judges, future by future.
Chart dots_of(const ReportContent& content) {
    const ComparisonStudy& study = *content.study;
    const Headline& found = *content.found;
    const Money money = money_of(content);
    const auto values = paired_differences(*study.arms[content.arm].outcome,
                                           *study.arms[study.comparison.baseline].outcome, money.name);
    const bool per_patient = money.manner == Manner::pounds && found.per_patient;
    const Summary size = (per_patient ? *found.per_patient : found.money).summary;
    const double scale = per_patient && found.money.summary.mean != 0
                             ? std::abs(found.per_patient->summary.mean / found.money.summary.mean)
                             : 1;
    DifferenceSpread spread{{},
                            study.comparison.arms[content.arm].label,
                            study.comparison.base().label,
                            known_and_sorted(values),
                            found.band * scale,
                            money.manner,
                            money.words};
    spread.title =
        fmt::format("In nine futures of ten the difference in {} lies from {}", money.words,
                    change_range(size.p05, size.p95, money.manner, decimals_for(size.mean, money.manner)));
    return quantile_dotplot(spread);
}

}  // namespace

std::size_t middle_future(const ComparisonStudy& study, std::size_t arm) {
    const std::string& focus = study.provenance.focus;
    const auto found = headline(study.comparison, study.arms, arm, focus);
    const Money money = money_of(study.comparison, focus, found && found->in_all);
    const auto values = paired_differences(*study.arms[arm].outcome,
                                           *study.arms[study.comparison.baseline].outcome, money.name);
    const double middle = percentile(known_and_sorted(values), 0.5);
    std::size_t nearest = 0;
    for (std::size_t future = 1; future < values.size(); ++future) {
        const double there = std::abs(values[future] - middle), best = std::abs(values[nearest] - middle);
        if (there < best || !std::isfinite(best)) nearest = future;
    }
    return nearest;
}

void tell_finding(const ReportContent& content, HtmlPage& page) {
    const ComparisonStudy& study = *content.study;
    const Provenance& provenance = study.provenance;
    page.paragraph(
        fmt::format("{}. {} to year {}, the same luck under \"{}\" and \"{}\".", titled(provenance),
                    futures(study.comparison.replicates), study.comparison.years,
                    study.comparison.base().label, study.comparison.arms[content.arm].label),
        "small");
    for (const std::string& remark : content.remarks) page.paragraph(remark, "small");
    if (provenance.stopped_early())
        page.paragraph(fmt::format("Stopped early: everything below rests on {} futures that were asked for.",
                                   count_of(provenance.finished, provenance.asked)));
    if (!content.found || !provenance.stochastic) return;
    const Difference& size = content.found->per_patient ? *content.found->per_patient : content.found->money;
    const Manner manner = content.found->per_patient ? Manner::pounds : Manner::million_pounds;
    if (size.summary.has_range()) {
        const int decimals = decimals_for(size.summary.mean, manner);
        page.paragraph(fmt::format("Nine futures in ten lie from {}; the average is known to ±{}.",
                                   change_range(size.summary.p05, size.summary.p95, manner, decimals),
                                   level(2 * size.se, manner, decimals)),
                       "lead");
    }
    show_counts(content, page);
    const auto moved = what_else_moved(content);
    if (!moved.empty()) {
        page.section("What else moved by more than 1 % of what it was, or by a point");
        page.list(moved);
    }
    read_first(content, page);
}

void tell_futures(const ReportContent& content, HtmlPage& page) {
    page.section("How far the futures differ");
    if (content.found && content.found->money.summary.has_range() && content.study->provenance.stochastic)
        page.chart(dots_of(content));
    page.chart(fan_of(content));
    page.chart(shares_of(content));
}

}  // namespace clout
