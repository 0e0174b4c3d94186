#include "engine/report/text/comparison_tables.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

struct Line {
    std::string label;
    const MeasureComparison* arm;
    const MeasureComparison* base;  // the same for a single arm
};
using Lines = std::vector<Line>;

// What the money of a sector is put in: £ a patient where the focus sector's is known, else £m.
std::string money_measure(const Comparison& comparison, const Provenance& provenance) {
    return comparison.base().find(of_sector<PoundsPerPatient>(provenance.focus)) ? "per_patient" : "decided";
}

void add_line(Lines& lines, const Comparison& comparison, const ArmComparison& arm,
              const std::string& measure, std::string label) {
    const auto* ours = arm.find(measure);
    const auto* theirs = comparison.base().find(measure);
    if (ours && theirs) {
        lines.push_back({std::move(label), ours, theirs});
    }
}

Lines sector_lines(const Comparison& comparison, const ArmComparison& arm, const Provenance& provenance,
                   const std::string& what) {
    Lines lines;
    for (const auto& [name, label] : provenance.sector_labels) {
        add_line(lines, comparison, arm, what + "." + name, label);
    }
    return lines;
}

// Everything measured of the focus sector, then of the whole system.
Lines focus_lines(const Comparison& comparison, const ArmComparison& arm, const Provenance& provenance) {
    Lines lines;
    for (const auto& measure : arm.measures) {
        const auto [what, sector] = split_measure(measure.quantity.name);
        if (sector == provenance.focus || (sector.empty() && lines.size() != 0)) {
            add_line(lines, comparison, arm, measure.quantity.name, measure_words(what));
        }
    }
    return lines;
}

int decimals_of(const Line& line) {
    const double size = std::max(std::abs(line.base->last().mean), std::abs(line.arm->last().mean));
    return decimals_for(size, manner_of(line.base->quantity.unit));
}

std::string how_often(const Difference& difference, std::size_t replicates) {
    if (!std::isfinite(difference.p_greater)) {
        return "–";
    }
    if (difference.p_equal == 1) {
        return "never differs";
    }
    const auto count =
        static_cast<std::size_t>(std::llround(difference.p_greater * static_cast<double>(replicates)));
    return count_of(count, replicates);
}

std::string difference_table(const std::string& title, const Lines& lines, const Comparison& comparison,
                             const ArmComparison& arm, const Style& style) {
    constexpr std::size_t kArmWidth = 14;  // [columns] for an arm's label over its figures
    const auto over = [](const ArmComparison& labelled) { return wrapped(labelled.label, kArmWidth); };
    TextTable table({{title, Align::left},
                     {over(comparison.base())},
                     {over(arm)},
                     {"difference"},
                     {"90 % of futures"},
                     {"more in"}});
    for (const auto& line : lines) {
        const Manner manner = manner_of(line.base->quantity.unit);
        const int decimals = decimals_of(line);
        const Difference& difference = line.arm->differences.back();
        const Summary& s = difference.summary;
        table.add({line.label, level(line.base->last().mean, manner, decimals),
                   level(line.arm->last().mean, manner, decimals), change(s.mean, manner, decimals),
                   bare_range(s.p05, s.p95, manner, decimals), how_often(difference, comparison.replicates)});
    }
    return table.empty() ? "" : table.text(style) + "\n";
}

std::string level_table(const std::string& title, const Lines& lines, const Style& style) {
    TextTable table({{title, Align::left}, {"mean"}, {"P5"}, {"median"}, {"P95"}});
    for (const auto& line : lines) {
        const Manner manner = manner_of(line.arm->quantity.unit);
        const int decimals = decimals_of(line);
        const Summary& s = line.arm->last();
        table.add({line.label, level(s.mean, manner, decimals), level(s.p05, manner, decimals),
                   level(s.p50, manner, decimals), level(s.p95, manner, decimals)});
    }
    return table.empty() ? "" : table.text(style) + "\n";
}

std::string sector_title(const Comparison& comparison, const std::string& what) {
    return fmt::format("{}, year {}", what == "per_patient" ? "Contested £ a patient" : "Contested £m a year",
                       comparison.years);
}

// At most this many years, evenly spread, always with the last.
std::vector<std::size_t> shown_years(std::size_t years) {
    constexpr std::size_t kRows = 10;
    std::vector<std::size_t> result;
    const std::size_t step = (years + kRows - 1) / kRows;
    for (std::size_t back = 0; back < years; back += step) {
        result.push_back(years - 1 - back);
    }
    std::reverse(result.begin(), result.end());
    return result;
}

const Difference& judged_difference(const Headline& headline, Manner manner) {
    return manner == Manner::pounds && headline.per_patient ? *headline.per_patient : headline.money;
}

}  // namespace

const char* verdict_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::gains: return "gains";
        case Verdict::loses: return "loses";
        case Verdict::about_the_same: return "about the same";
        case Verdict::unclear: break;
    }
    return "cannot tell";
}

// "921 / 61 / 18".
std::string three_counts(const Headline& h) {
    return fmt::format("{} / {} / {}", grouped(std::uint64_t{h.more}), grouped(std::uint64_t{h.same}),
                       grouped(std::uint64_t{h.less}));
}

std::string overview_table(const Comparison& comparison,
                           const std::vector<std::optional<Headline>>& headlines,
                           const Provenance& provenance, const Style& style) {
    const std::string measure = money_measure(comparison, provenance) + "." + provenance.focus;
    TextTable table(
        {{fmt::format("{}, year {}", provenance.label(provenance.focus), comparison.years), Align::left},
         {measure.starts_with("per") ? "£/patient" : "£m a year"},
         {"difference"},
         {"90 % of futures"},
         {"more/same/less"},
         {"finding", Align::left}});
    for (std::size_t row = 0; row < comparison.arms.size(); ++row) {
        const MeasureComparison* found = comparison.arms[row].find(measure);
        if (!found) {
            continue;
        }
        const Manner manner = manner_of(found->quantity.unit);
        const int decimals = decimals_for(found->last().mean, manner);
        const auto& judged = headlines[row];
        std::vector<std::string> cells{comparison.arms[row].label + (judged && judged->in_all ? "*" : ""),
                                       level(found->last().mean, manner, decimals)};
        if (row == comparison.baseline) {
            cells.insert(cells.end(), {"", "", "", "the baseline"});
        } else if (!found->differences.empty()) {
            const Summary& s =
                (judged ? judged_difference(*judged, manner) : found->differences.back()).summary;
            cells.insert(cells.end(),
                         {change(s.mean, manner, decimals), bare_range(s.p05, s.p95, manner, decimals),
                          judged ? three_counts(*judged) : "", judged ? verdict_words(judged->verdict) : ""});
        }
        table.add(std::move(cells));
    }
    return table.empty() ? "" : table.text(style) + "\n";
}

std::string difference_tables(const Comparison& comparison, const Provenance& provenance,
                              const Style& style) {
    const std::string money = money_measure(comparison, provenance);
    std::string text;
    for (std::size_t row = 0; row < comparison.arms.size(); ++row) {
        if (row == comparison.baseline) {
            continue;
        }
        const ArmComparison& arm = comparison.arms[row];
        text += difference_table(sector_title(comparison, money),
                                 sector_lines(comparison, arm, provenance, money), comparison, arm, style);
        text += difference_table(provenance.label(provenance.focus), focus_lines(comparison, arm, provenance),
                                 comparison, arm, style);
    }
    return text;
}

std::string level_tables(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    const std::string money = money_measure(comparison, provenance);
    const ArmComparison& arm = comparison.base();
    return level_table(sector_title(comparison, money), sector_lines(comparison, arm, provenance, money),
                       style) +
           level_table(fmt::format("Part of the contested money, year {}", comparison.years),
                       sector_lines(comparison, arm, provenance, "share"), style) +
           level_table(provenance.label(provenance.focus), focus_lines(comparison, arm, provenance), style);
}

std::string year_table(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    const std::string money = money_measure(comparison, provenance);
    std::vector<Column> columns{{provenance.label(provenance.focus) + ", contested " +
                                     (money == "per_patient" ? "£ a patient" : "£m a year"),
                                 Align::left}};
    for (const auto& arm : comparison.arms) {
        columns.push_back({wrapped(arm.label, 24)});
    }
    TextTable table(columns);
    for (const std::size_t year : shown_years(comparison.years)) {
        std::vector<std::string> cells{fmt::format("year {}", year + 1)};
        for (const auto& arm : comparison.arms) {
            const auto* measure = arm.find(money + "." + provenance.focus);
            const Summary s = measure ? measure->by_year[year] : Summary{NAN, NAN, NAN, NAN};
            const Manner manner = money == "per_patient" ? Manner::pounds : Manner::million_pounds;
            const int decimals = decimals_for(s.mean, manner);
            cells.push_back(fmt::format("{} ({} to {})", level(s.mean, manner, decimals),
                                        grouped(s.p05, decimals), grouped(s.p95, decimals)));
        }
        table.add(std::move(cells));
    }
    return table.text(style) +
           paragraph("", 0, "Means, and in brackets what 90 % of futures lie between.", style) + "\n";
}

}  // namespace clout
