// The first sections of a report: what came out, how sure, and how it goes over the years.
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

namespace clout {
namespace {

constexpr std::size_t kPaths = 10;  // sample futures that are drawn

struct Money {  // the measure that a page leads with
    std::string name, words;
    Manner manner;
};

Money money_of(const ReportContent& content) {
    const Provenance& provenance = content.study->provenance;
    const std::string patients = "per_patient." + provenance.focus;
    return content.study->comparison.base().find(patients)
               ? Money{patients, "contested money a patient a year", Manner::pounds}
               : Money{"decided." + provenance.focus, "contested money a year", Manner::million_pounds};
}

double quantile_of(std::vector<double> values, double part) {
    values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return !std::isfinite(v); }),
                 values.end());
    if (values.empty()) return NAN;
    std::sort(values.begin(), values.end());
    const double at = part * static_cast<double>(values.size() - 1);
    const auto row = static_cast<std::size_t>(at);
    const double next = values[std::min(row + 1, values.size() - 1)];
    return values[row] + (at - static_cast<double>(row)) * (next - values[row]);
}

FanArm fan_arm(const ArmOutcome& arm, bool baseline, std::size_t quantity) {
    FanArm fan;
    fan.label = arm.label;
    fan.baseline = baseline;
    fan.paths.resize(std::min(kPaths, arm.outcome->replicates));
    for (std::size_t year = 0; year < arm.outcome->years; ++year) {
        const auto values = arm.outcome->of(quantity, year);
        const std::vector<double> all(values.begin(), values.end());
        fan.p05.push_back(quantile_of(all, 0.05));
        fan.p25.push_back(quantile_of(all, 0.25));
        fan.p75.push_back(quantile_of(all, 0.75));
        fan.p95.push_back(quantile_of(all, 0.95));
        for (std::size_t path = 0; path < fan.paths.size(); ++path) fan.paths[path].push_back(all[path]);
    }
    return fan;
}

Chart fan_of(const ReportContent& content) {
    const Money money = money_of(content);
    const std::string who = content.study->provenance.label(content.study->provenance.focus);
    Fan fan{"years", {}, who + ", " + money.words, {}, money.manner};
    for (const std::size_t row : {content.study->comparison.baseline, content.arm}) {
        const ArmOutcome& arm = content.study->arms[row];
        fan.arms.push_back(fan_arm(arm, row == content.study->comparison.baseline,
                                   *find_quantity(*arm.outcome, money.name)));
    }
    const auto middle = [&](const FanArm& arm, std::size_t year) {
        return (arm.p25[year] + arm.p75[year]) / 2;
    };
    const std::size_t last = fan.arms[0].p05.size() - 1;
    const auto put = [&](double value) {
        return level(value, money.manner, decimals_for(value, money.manner));
    };
    fan.title = fmt::format(
        "{}: most futures go from about {} in year 1 to about {} in year {}; with \"{}\" to about {}", who,
        put(middle(fan.arms[0], 0)), put(middle(fan.arms[0], last)), last + 1, fan.arms[1].label,
        put(middle(fan.arms[1], last)));
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
    double most = -1, first = 0;
    for (const auto& [name, label] : provenance.sector_labels) {
        YearLine line{label, part(comparison.base(), name), part(comparison.arms[content.arm], name)};
        if (!(line.solid.back() > 0) && !(line.dashed.back() > 0)) continue;
        if (line.solid.back() > most) largest = label, most = line.solid.back(), first = line.solid.front();
        lines.lines.push_back(std::move(line));
    }
    lines.title =
        fmt::format("{} control most: from {} of the contested money in year 1 to {} in year {}", largest,
                    level(first, Manner::part, 1), level(most, Manner::part, 1), comparison.years);
    return year_lines(lines);
}

// In how many of a hundred futures it gains, gets about the same, loses.
void tell_counts(const Headline& found, const std::string& who, HtmlPage& page) {
    const auto parts = in_proportion({found.more, found.same, found.less}, 100);
    page.section("In how many futures");
    page.chart(
        icon_array({fmt::format("In {} of 100 futures {} gains, in {} it gets about the same, in {} it loses",
                                parts[0], who, parts[1], parts[2]),
                    who, found.more, found.same, found.less}));
}

void tell_moved(const ReportContent& content, HtmlPage& page) {
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
    if (moved.empty()) return;
    page.section("What else moved by more than its band");
    page.list(moved);
}

void tell_limits(const Headline& found, const std::string& baseline, const std::string& who, HtmlPage& page) {
    page.note(
        "Read this first",
        {fmt::format("The contested money is {} a year in \"{}\", {} of what this scenario's funds pay out, "
                     "which is not the "
                     "system's whole budget. The core contract is protected: all money of {} barely moves.",
                     level(found.contested, Manner::million_pounds, 1), baseline,
                     level(found.contested / found.funded, Manner::part, 1), who),
         "This is a scenario under these assumptions: consequences of what was put in, no statement about "
         "what will happen. "
         "Need and quality of care are not modelled, and more money for a sector is not the same as better "
         "care."});
}

}  // namespace

void tell_finding(const ReportContent& content, HtmlPage& page) {
    const ComparisonStudy& study = *content.study;
    const Provenance& provenance = study.provenance;
    const auto found = headline(study.comparison, study.arms, content.arm, provenance.focus);
    page.paragraph(
        fmt::format("{}. {} to year {}, the same luck under \"{}\" and \"{}\".", titled(provenance),
                    futures(study.comparison.replicates), study.comparison.years,
                    study.comparison.base().label, study.comparison.arms[content.arm].label),
        "small");
    if (!found || !provenance.stochastic) return;
    const Difference& size = found->per_patient ? *found->per_patient : found->money;
    const Manner manner = found->per_patient ? Manner::pounds : Manner::million_pounds;
    if (std::isfinite(size.summary.p05)) {
        page.paragraph(fmt::format("Nine futures in ten lie between {}; the average is known to ±{}.",
                                   change_range(size.summary.p05, size.summary.p95, manner,
                                                decimals_for(size.summary.mean, manner)),
                                   level(2 * size.se, manner, decimals_for(size.summary.mean, manner))),
                       "lead");
    }
    const std::string who = mid_sentence(provenance.label(provenance.focus));
    tell_counts(*found, who, page);
    tell_moved(content, page);
    tell_limits(*found, study.comparison.base().label, who, page);
}

void tell_futures(const ReportContent& content, HtmlPage& page) {
    const ComparisonStudy& study = *content.study;
    const auto found = headline(study.comparison, study.arms, content.arm, study.provenance.focus);
    page.section("How far the futures differ");
    const Money money = money_of(content);
    const auto values = paired_differences(*study.arms[content.arm].outcome,
                                           *study.arms[study.comparison.baseline].outcome, money.name);
    std::vector<double> known;
    for (const double value : values) {
        if (std::isfinite(value)) known.push_back(value);
    }
    if (found && !known.empty() && study.provenance.stochastic) {
        DifferenceSpread spread{{},
                                study.comparison.arms[content.arm].label,
                                study.comparison.base().label,
                                known,
                                0,
                                money.manner,
                                money.words};
        const double scale = found->per_patient && found->money.summary.mean != 0
                                 ? std::abs(found->per_patient->summary.mean / found->money.summary.mean)
                                 : 1;
        spread.band = money.manner == Manner::pounds ? found->band * scale : found->band;
        const int decimals = decimals_for(quantile_of(known, 0.95), money.manner);
        spread.title = fmt::format(
            "The difference in {} lies between {} in nine futures of ten", money.words,
            change_range(quantile_of(known, 0.05), quantile_of(known, 0.95), money.manner, decimals));
        page.chart(quantile_dotplot(spread));
    }
    page.chart(fan_of(content));
    page.chart(shares_of(content));
}

}  // namespace clout
