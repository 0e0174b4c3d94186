#include "engine/report/text/year_table.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

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

// `share`: the measure of its part of all; null where there is no room for it.
std::string year_cell(const MeasureComparison* measure, const MeasureComparison* share, std::size_t year,
                      bool& ranges) {
    if (!measure) return "–";
    const Summary& s = measure->by_year[year];
    const Manner manner = sized(manner_of(measure->quantity.unit), s.mean);
    const int decimals = decimals_for(s.mean, manner);
    std::string cell = level(s.mean, manner, decimals);
    if (s.has_range()) {
        const double scale = manner == Manner::thousand_pounds ? 1000 : 1;
        cell +=
            fmt::format(" ({} to {})", grouped(scale * s.p05, decimals), grouped(scale * s.p95, decimals));
        ranges = true;
    }
    return share ? cell + "  " + level(share->by_year[year].mean, Manner::part, 1) : cell;
}

double contested(const ArmComparison& arm, std::size_t year) {
    double sum = 0;
    for (const MeasureComparison& measure : arm.measures) {
        if (split_measure(measure.quantity.name).what == "decided") sum += measure.by_year[year].mean;
    }
    return sum;
}

// Nominal money may rise while its part falls: how fast the pot itself grows, and how the part goes.
std::string trend(const ArmComparison& arm, const Provenance& provenance, std::size_t years) {
    const MeasureComparison* share = arm.find(of_sector<ShareOfMoney>(provenance.focus));
    const double first = contested(arm, 0), last = contested(arm, years - 1);
    if (!share || !(first > 0) || !(last > 0)) return {};
    const double from = share->by_year.front().mean, to = share->by_year.back().mean;
    const double growth = std::pow(last / first, 1 / static_cast<double>(years - 1)) - 1;
    constexpr double kFlat = 0.0005;
    const std::string pot = std::abs(growth) < kFlat
                                ? "the pot stays the same"
                                : fmt::format("the pot {} {} % a year", growth > 0 ? "grows" : "shrinks",
                                              grouped(100 * std::abs(growth), 1));
    const std::string part = std::abs(to - from) < kFlat
                                 ? "stays at " + level(to, Manner::part, 1)
                                 : fmt::format("{} from {} to {}", to > from ? "rises" : "falls",
                                               level(from, Manner::part, 1), level(to, Manner::part, 1));
    return fmt::format("in \"{}\" {} and its part of it {}", arm.label, pot, part);
}

std::string trends(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    std::string text;
    if (comparison.years < 2) return text;
    for (const std::size_t row : baseline_first(comparison)) {
        const std::string each = trend(comparison.arms[row], provenance, comparison.years);
        text += each.empty() ? "" : (text.empty() ? "" : "; ") + each;
    }
    return text.empty() ? text : paragraph("", 0, "From year to year: " + text + ".", style);
}

}  // namespace

std::string year_table(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    const std::string what = money_measure(comparison, provenance);
    const std::vector<std::size_t> rows = baseline_first(comparison);
    const bool with_part = rows.size() <= 2;  // three arms fill the page
    std::vector<Column> columns{{provenance.label(provenance.focus) + ", contested " +
                                     (what == "per_patient" ? "£ a patient" : "money a year") +
                                     (with_part ? " and its part of all" : ""),
                                 Align::left}};
    for (const std::size_t row : rows) {
        columns.push_back({wrapped(comparison.arms[row].label, 24)});
    }
    TextTable table(columns);
    bool ranges = false;
    for (const std::size_t year : shown_years(comparison.years)) {
        std::vector<std::string> cells{year_words(provenance, year + 1, comparison.years)};
        for (const std::size_t row : rows) {
            const ArmComparison& arm = comparison.arms[row];
            const auto* share = with_part ? arm.find(of_sector<ShareOfMoney>(provenance.focus)) : nullptr;
            cells.push_back(year_cell(arm.find(what + "." + provenance.focus), share, year, ranges));
        }
        table.add(std::move(cells));
    }
    std::string text = table.text(style);
    if (ranges) {
        text += paragraph("", 0, "Means, and in brackets what 90 % of futures lie between.", style);
    }
    return text + trends(comparison, provenance, style) + "\n";
}

}  // namespace clout
