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

// What never happens in either arm, and whose money is whose where nobody was taken over: no news beside the
// rest.
bool is_news(const Comparison& comparison, const ArmComparison& arm, const MeasureComparison& measure,
             std::string_view what, const std::string& sector) {
    if (what == Imposed::kName || what == UnspentMoney::kName || what == GrantedMoney::kName) {
        const auto* base = comparison.base().find(measure.quantity.name);
        return measure.last().mean != 0 || (base && base->last().mean != 0);
    }
    if (what != ControlledMoney::kName && what != IndependentMoney::kName) return true;
    const auto* decided = arm.find(of_sector<DecidedMoney>(sector));
    return !decided || decided->last().mean != measure.last().mean;
}

// Everything measured of the focus sector, then of the whole system.
Lines focus_lines(const Comparison& comparison, const ArmComparison& arm, const Provenance& provenance) {
    Lines lines;
    for (const auto& measure : arm.measures) {
        const auto [what, sector] = split_measure(measure.quantity.name);
        if ((sector == provenance.focus || (sector.empty() && lines.size() != 0)) &&
            is_news(comparison, arm, measure, what, provenance.focus)) {
            add_line(lines, comparison, arm, measure.quantity.name, measure_words(what));
        }
    }
    return lines;
}

Digits digits_of(const Line& line) {
    const double size = std::max(std::abs(line.base->last().mean), std::abs(line.arm->last().mean));
    const Manner manner = sized(manner_of(line.base->quantity.unit), size);
    return {manner, decimals_for(size, manner)};
}

// What 90 % of futures lie between, where there are enough of them.
std::string range_of(const Summary& s, Manner manner, int decimals) {
    return s.has_range() ? bare_range(s.p05, s.p95, manner, decimals) : "–";
}

std::string how_often(const Difference& difference) {
    if (!std::isfinite(difference.p_greater)) {
        return "–";
    }
    if (difference.p_equal == 1) {
        return "never differs";
    }
    const std::size_t all = difference.summary.futures;
    const auto count =
        static_cast<std::size_t>(std::llround(difference.p_greater * static_cast<double>(all)));
    return count_of(count, all);
}

// A measure that has no value in any future of either arm is none.
bool has_value(const Line& line) { return line.base->last().futures > 0 || line.arm->last().futures > 0; }

// One rule for a figure without a value: it is left out of that measure, and counted.
std::string left_out(std::size_t without, const Style& style) {
    return without == 0
               ? ""
               : paragraph("", 0,
                           fmt::format("Left out of the measures that have no value there (£ a patient "
                                       "where no patients are left): up to {}.",
                                       futures(without)),
                           style);
}

std::string difference_table(const std::string& title, const Lines& lines, const Comparison& comparison,
                             const ArmComparison& arm, const Style& style) {
    constexpr std::size_t kArmWidth = 14;  // [columns] for an arm's label over its figures
    std::size_t without = 0;
    const auto over = [](const ArmComparison& labelled) { return wrapped(labelled.label, kArmWidth); };
    TextTable table({{title, Align::left},
                     {over(comparison.base())},
                     {over(arm)},
                     {"difference"},
                     {"90 % of futures"},
                     {"more in"}});
    for (const auto& line : lines) {
        if (!has_value(line)) continue;
        const auto [manner, decimals] = digits_of(line);
        const Difference& difference = line.arm->differences.back();
        const Summary& s = difference.summary;
        table.add({line.label, level(line.base->last().mean, manner, decimals),
                   level(line.arm->last().mean, manner, decimals), change(s.mean, manner, decimals),
                   range_of(s, manner, decimals), how_often(difference)});
        without = std::max(without, s.without);
    }
    return table.empty() ? "" : table.text(style) + left_out(without, style) + "\n";
}

std::string level_table(const std::string& title, const Lines& lines, const Style& style) {
    std::size_t without = 0;
    TextTable table({{title, Align::left}, {"mean"}, {"P5"}, {"median"}, {"P95"}});
    for (const auto& line : lines) {
        if (!has_value(line)) continue;
        const auto [manner, decimals] = digits_of(line);
        const Summary& s = line.arm->last();
        const auto end = [&, how = manner, many = decimals](double value) {
            return s.has_range() ? level(value, how, many) : "–";
        };
        table.add({line.label, level(s.mean, manner, decimals), end(s.p05), level(s.p50, manner, decimals),
                   end(s.p95)});
        without = std::max(without, s.without);
    }
    return table.empty() ? "" : table.text(style) + left_out(without, style) + "\n";
}

std::string last_year(const Comparison& comparison, const Provenance& provenance) {
    return year_words(provenance, comparison.years, comparison.years);
}

std::string sector_title(const Comparison& comparison, const Provenance& provenance,
                         const std::string& what) {
    return fmt::format("{}, {}", what == "per_patient" ? "Contested £ a patient" : "Contested money a year",
                       last_year(comparison, provenance));
}

const Difference& judged_difference(const Headline& headline, Manner manner) {
    return manner == Manner::pounds && headline.per_patient ? *headline.per_patient : headline.money;
}

}  // namespace

// What the money of a sector is put in: £ a patient where the focus sector's is known, else £m.
std::string money_measure(const Comparison& comparison, const Provenance& provenance) {
    const auto* each = comparison.base().find(of_sector<PoundsPerPatient>(provenance.focus));
    return each && std::isfinite(each->last().mean) ? "per_patient" : "decided";
}

// The rows of arms, with the baseline in front.
std::vector<std::size_t> baseline_first(const Comparison& comparison) {
    std::vector<std::size_t> rows{comparison.baseline};
    for (std::size_t row = 0; row < comparison.arms.size(); ++row) {
        if (row != comparison.baseline) rows.push_back(row);
    }
    return rows;
}

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
        {{fmt::format("{}, {}", provenance.label(provenance.focus), last_year(comparison, provenance)),
          Align::left},
         {measure.starts_with("per") ? "£/patient" : "a year"},
         {"difference"},
         {"90 % of futures"},
         {"more/same/less"},
         {"finding", Align::left}});
    for (const std::size_t row : baseline_first(comparison)) {
        const MeasureComparison* found = comparison.arms[row].find(measure);
        if (!found) {
            continue;
        }
        const Manner manner = sized(manner_of(found->quantity.unit), found->last().mean);
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
                         {change(s.mean, manner, decimals), range_of(s, manner, decimals),
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
        text += difference_table(sector_title(comparison, provenance, money),
                                 sector_lines(comparison, arm, provenance, money), comparison, arm, style);
        text += difference_table(provenance.label(provenance.focus), focus_lines(comparison, arm, provenance),
                                 comparison, arm, style);
    }
    return text;
}

std::string level_tables(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    const std::string money = money_measure(comparison, provenance);
    const ArmComparison& arm = comparison.base();
    return level_table(sector_title(comparison, provenance, money),
                       sector_lines(comparison, arm, provenance, money), style) +
           level_table("Part of the contested money, " + last_year(comparison, provenance),
                       sector_lines(comparison, arm, provenance, "share"), style) +
           level_table(provenance.label(provenance.focus), focus_lines(comparison, arm, provenance), style);
}

}  // namespace clout
