#include "engine/report/text/sweep_text.hpp"

#include "engine/base/text.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

std::string bytes_words(double bytes) {
    constexpr double kKilo = 1e3, kMega = 1e6, kGiga = 1e9;
    if (bytes >= kGiga) return grouped(bytes / kGiga, 1) + " GB";
    return bytes >= kMega ? grouped(bytes / kMega, 1) + " MB" : grouped(bytes / kKilo, 0) + " kB";
}

std::string points_words(std::size_t count) {
    return count == 1 ? "1 point" : grouped(std::uint64_t{count}) + " points";
}

std::string design_words(const DesignChoice& choice, const PointDesign& design) {
    return fmt::format("design {} of {} {}, seed {}", choice.name, grouped(std::uint64_t{choice.size}),
                       design.counts(), choice.seed);
}

// A row a factor, the largest first: cells after its name.
struct FactorRow {
    double size = 0;
    std::vector<std::string> cells;
};

std::string factor_table(const StoredStudy& study, const std::vector<std::string>& headings,
                         const std::vector<FactorRow>& rows, const Style& style) {
    std::vector<Column> columns{{"Number", Align::left}};
    for (const std::string& heading : headings) columns.push_back({heading});
    TextTable table(std::move(columns));
    std::vector<std::size_t> order(rows.size());
    for (std::size_t f = 0; f < rows.size(); ++f) order[f] = f;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].size > rows[b].size; });
    for (const std::size_t f : order) {
        std::vector<std::string> cells{study.factors[f].name};
        cells.insert(cells.end(), rows[f].cells.begin(), rows[f].cells.end());
        table.add(std::move(cells));
    }
    return table.text(style) + "\n";
}

// Sampled shares beside "not distinguishable from 0" where their interval holds it.
std::string share_or_none(const Estimate& share) {
    return share.low > 0 ? share_words(share) : "not distinguishable from 0";
}

std::string scattered_table(const StoredStudy& study, const Sensitivity& found, const Style& style) {
    std::vector<FactorRow> rows;
    for (std::size_t f = 0; f < found.first.size(); ++f) {
        FactorRow row{found.first[f].share.value, {}};
        row.cells.push_back(found.first[f].distinct ? share_words(found.first[f].share)
                                                    : "not distinguishable from 0");
        if (found.believed) row.cells.push_back(share_or_none(found.chaos->total[f]));
        rows.push_back(std::move(row));
    }
    std::vector<std::string> headings{"by itself (95 %)"};
    if (found.believed) headings.emplace_back("with what it does together");
    return factor_table(study, headings, rows, style);
}

std::string shares_table(const StoredStudy& study, const std::vector<Estimate>& shares, const char* heading,
                         const Style& style) {
    std::vector<FactorRow> rows;
    for (const Estimate& share : shares) rows.push_back({share.value, {share_or_none(share)}});
    return factor_table(study, {heading}, rows, style);
}

std::string screening_table(const StoredStudy& study, const SweepSample& sample, const Sensitivity& found,
                            const Style& style) {
    const Manner manner = manner_of(sample.unit);
    double size = 0;
    for (const ElementaryEffects& one : found.screened) size = std::max(size, one.mean_size);
    const int decimals = decimals_for(size, manner) + 1;
    std::vector<FactorRow> rows;
    for (const ElementaryEffects& one : found.screened)
        rows.push_back({one.mean_size,
                        {distance(one.mean_size, manner, decimals), change(one.mean, manner, decimals),
                         distance(one.spread, manner, decimals)}});
    return factor_table(
        study, {"moves it by\n(over its range)", "with its sign", "differs by\n(from place to place)"}, rows,
        style);
}

std::string order_words(PointOrder order, bool believed, double q2) {
    switch (order) {
        case PointOrder::scattered:
            return believed
                       ? fmt::format(
                             "shares of the variance over the points: by itself, by classes; with what it "
                             "does together, read off a polynomial that foretells {:.1f} % of it.",
                             100 * q2)
                       : fmt::format(
                             "shares of the variance over the points, each by itself. A polynomial "
                             "foretells {:.1f} % of it, too little to say what numbers do together: "
                             "--design jansen or shapley ask for that.",
                             std::max(0.0, 100 * q2));
        case PointOrder::stars:
            return "total shares of the variance (Jansen): what would be left if all other numbers were "
                   "known.";
        case PointOrder::walks:
            return "Shapley effects: the whole variance divided, interactions in equal parts to those who "
                   "make them.";
        case PointOrder::paths: break;
    }
    return "elementary effects (Morris): which numbers matter at all; what differs much from place to place "
           "is bent "
           "or hangs on others.";
}

}  // namespace

std::string plan_text(const SweepPlan& plan, std::size_t points, const Style& style) {
    const double bytes = static_cast<double>(plan.bytes_a_point()) * static_cast<double>(points);
    return paragraph(
        "", 0,
        fmt::format("{} of {} numbers × {} arms × {}: {}; keeping {}, about {}.", points_words(points),
                    plan.factors.size(), plan.systems.size(), futures(plan.replicates),
                    design_words(plan.choice, plan.design), keep_word(plan.keep), bytes_words(bytes)),
        style);
}

std::string state_text(const StoredStudy& study, const StoreState& state, const Style& style) {
    const StoreCount& count = state.count;
    std::string text = bold(
        paragraph(
            "", 0,
            fmt::format(
                "{}: {} of {} played{}{}.", state.file, grouped(std::uint64_t{count.done}),
                points_words(count.all()), count.failed ? fmt::format(", {} failed", count.failed) : "",
                count.pending ? fmt::format(", {} to go (--resume)", grouped(std::uint64_t{count.pending}))
                              : ""),
            style),
        style);
    const auto add = [&](const char* lead, const std::string& words) {
        text += paragraph(lead, kIndent, words, style);
    };
    add("Design",
        fmt::format("{} over {} numbers.", design_words(study.choice, study.design), study.factors.size()));
    add("Arms", fmt::format("{} with {} a point; kept: {}.", and_list(study.arms), futures(study.replicates),
                            keep_word(study.keep)));
    add("Content", fmt::format("{:016x}: the same for the same study, whoever played it.", state.content));
    constexpr std::size_t kShown = 5;
    for (std::size_t i = 0; i < std::min(kShown, state.failures.size()); ++i)
        add("Failed",
            fmt::format("point {} ({}): {}", state.failures[i].point,
                        counted(state.failures[i].attempts, "attempt", "attempts"), state.failures[i].error));
    if (state.failures.size() > kShown)
        add("Failed",
            fmt::format("and {} more; --retry-failed plays them again", state.failures.size() - kShown));
    return text;
}

std::string sensitivity_text(const StoredStudy& study, const SweepSample& sample, const Sensitivity& found,
                             const Style& style) {
    const int decimals = decimals_for(std::max(std::abs(found.mean), found.sd), manner_of(sample.unit));
    std::string text = bold(
        paragraph(
            "", 0,
            fmt::format("{} in \"{}\" over {}: {} on average, with a standard deviation of {} from point to "
                        "point.",
                        sample.figure.text(), sample.arm, points_words(sample.means.size()),
                        mean_words(sample, found.mean, decimals),
                        distance(found.sd, manner_of(sample.unit), decimals)),
            style),
        style);
    text += "\n";
    if (!(found.sd > 0)) return text + paragraph("", 0, "Nothing moves it.", style);
    switch (found.order) {
        case PointOrder::scattered: text += scattered_table(study, found, style); break;
        case PointOrder::stars: text += shares_table(study, found.totals, "total share (95 %)", style); break;
        case PointOrder::walks:
            text += shares_table(study, found.effects, "Shapley effect (95 %)", style);
            break;
        case PointOrder::paths: text += screening_table(study, sample, found, style); break;
    }
    text += paragraph("Shares", kIndent,
                      order_words(found.order, found.believed, found.chaos ? found.chaos->q2 : 0), style);
    if (sample.missing > 0)
        text += paragraph("Missing", kIndent,
                          points_words(sample.missing) +
                              " that have not been played, or belong to a set that is not whole.",
                          style);
    return text;
}

std::string mean_words(const SweepSample& sample, double value, int decimals) {
    const Manner manner = manner_of(sample.unit);
    return sample.figure.paired ? change(value, manner, decimals) : level(value, manner, decimals);
}

std::string box_words(const std::vector<RobustSide>& sides) {
    std::vector<std::string> words;
    for (const RobustSide& side : sides) {
        const auto put = [](double value) {
            return number_text(std::strtod(fmt::format("{:.4g}", value).c_str(), nullptr));
        };
        words.push_back(
            side.low && side.high
                ? fmt::format("{} is between {} and {}", side.name, put(*side.low), put(*side.high))
                : fmt::format("{} is {} {}", side.name, side.low ? "at least" : "at most",
                              put(side.low ? *side.low : *side.high)));
    }
    return and_list(words);
}

std::string robust_text(const SweepSample& sample, const Condition& condition, const Robustness& found,
                        const Style& style) {
    const FindingBox& box = found.box;
    std::string text = fmt::format("{} in \"{}\" holds in {} of {}", condition.text(), sample.arm,
                                   percent(box.holds, 0), points_words(sample.means.size()));
    if (box.holds == 0 || box.holds == 1)
        return bold(paragraph("", 0, text + (box.holds == 1 ? ": everywhere." : ": nowhere."), style), style);
    text += ".";
    if (found.sides.empty()) text += " No box tells better where.";
    std::string result = bold(paragraph("", 0, text, style), style);
    if (found.sides.empty()) return result;
    result += paragraph("Where", kIndent, box_words(found.sides) + ".", style);
    result += paragraph(
        "There", kIndent,
        fmt::format("it holds in {} of the points (density), and {} of all points where it holds lie "
                    "there (coverage); the box is {} of the space.",
                    percent(box.density, 0), percent(box.coverage, 0), percent(box.mass, 0)),
        style);
    return result;
}

}  // namespace clout
