#include "engine/report/text/finding.hpp"

#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kInDetail = 3;  // [arms] more are shown as one line each
constexpr double kBarely = 0.01;      // [part of all its money] what "barely moves" may mean at most

struct Size {  // how the difference is put: £ a patient where it can be, else £m
    const Difference* difference;
    Manner manner;
    const char* per;
};

Size size_of(const Headline& headline) {
    return headline.per_patient ? Size{&*headline.per_patient, Manner::pounds, " a patient a year"}
                                : Size{&headline.money, Manner::million_pounds, " a year"};
}

std::string put(double value, const Size& size) {
    return change(value, size.manner, decimals_for(value, size.manner));
}

std::string million(double value) {
    return level(value, Manner::million_pounds, decimals_for(value, Manner::million_pounds));
}

std::string million_change(double value) {
    return change(value, Manner::million_pounds, decimals_for(value, Manner::million_pounds));
}

std::string how_much(const Headline& headline) {
    const Size size = size_of(headline);
    const Summary& s = size.difference->summary;
    std::string text =
        fmt::format("{}{}, from {} in 90 % of futures", put(s.mean, size), size.per,
                    change_range(s.p05, s.p95, size.manner, decimals_for(s.mean, size.manner)));
    if (headline.per_patient) {
        text += fmt::format("; {} a year", million_change(headline.money.summary.mean));
    }
    if (headline.share && !headline.in_all) {
        text += fmt::format("; {} of the contested money (from {} to {})",
                            change(headline.share->summary.mean, Manner::part, 1),
                            level(headline.share_baseline, Manner::part, 1),
                            level(headline.share_baseline + headline.share->summary.mean, Manner::part, 1));
    }
    if (std::isfinite(headline.relative()) && !headline.in_all) {
        text += fmt::format("; {} of its own contested money", signed_percent(headline.relative(), 1));
    }
    return text;
}

std::string how_often(const Headline& headline, const Comparison& comparison) {
    return fmt::format(
        "gains in {} futures, about the same in {} (within ±{} a year, {:g} % of its contested money), "
        "loses in {}",
        count_of(headline.more, comparison.replicates), grouped(std::uint64_t{headline.same}),
        million(headline.band), 100 * kEquivalence, grouped(std::uint64_t{headline.less}));
}

std::string in_all(const Headline& headline) {
    const double part = headline.received_change / headline.received_baseline;
    const double safe = headline.received_baseline - headline.decided_baseline;
    std::string text = fmt::format("its money from all funds {} ({} of {} a year)",
                                   std::abs(part) <= kBarely ? "barely moves" : "moves",
                                   signed_percent(part, 1), million(headline.received_baseline));
    if (headline.in_all) {
        return text +
               fmt::format(
                   ": this arm moves the border between protected money ({} a year) and contested money "
                   "({}), so the finding is about both together",
                   million_change(headline.received_change - headline.decided_change),
                   million_change(headline.decided_change));
    }
    return safe > 0 ? text + fmt::format(": {} of it is protected and not up for negotiation", million(safe))
                    : text;
}

std::string arm_finding(const Headline& headline, const ArmComparison& arm, const Comparison& comparison,
                        const Provenance& provenance, const Style& style) {
    std::string text = bold(paragraph("", 0, headline_sentence(headline, arm, provenance), style), style);
    text += paragraph("  How much", kIndent, how_much(headline), style);
    text += paragraph("  How often", kIndent, how_often(headline, comparison), style);
    if (headline.received_baseline > 0) {
        text += paragraph("  In all", kIndent, in_all(headline), style);
    }
    return text + "\n";
}

std::string heading(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    std::string luck = fmt::format("{} to year {}", futures(comparison.replicates), comparison.years);
    if (comparison.arms.size() > 1) {
        luck += fmt::format(", the same luck in every arm, against \"{}\"", comparison.base().label);
    } else {
        luck += fmt::format(" under \"{}\"", comparison.base().label);
    }
    return report_header(provenance, luck, style);
}

std::string overview_notes(const Comparison& comparison, const Headline* any, bool moved,
                           const Style& style) {
    std::string text = "Counts of futures: more / about the same / less";
    if (any) {
        text +=
            fmt::format(", about the same being within ±{} a year ({:g} % of its contested money in \"{}\")",
                        million(any->band), 100 * kEquivalence, comparison.base().label);
    }
    if (moved) {
        text +=
            ". * An arm that moves the border between protected and contested money: its difference is that "
            "of the "
            "money from all funds";
    }
    return paragraph("", 0, text + ". For two or three arms in detail: --arms a,b.", style) + "\n";
}

std::string beside(const Comparison& comparison, const Headline* headline, const Provenance& provenance,
                   const Style& style) {
    std::string scope;
    if (headline && headline->funded > 0) {
        scope = fmt::format(
            "The contested money is {} a year in \"{}\", {} of the money that this scenario's funds pay "
            "out, "
            "which is not the system's whole budget.",
            level(headline->contested, Manner::million_pounds, 1), comparison.base().label,
            level(headline->contested / headline->funded, Manner::part, 1));
    }
    return beside_finding(provenance, scope, style);
}

}  // namespace

std::string headline_sentence(const Headline& headline, const ArmComparison& arm,
                              const Provenance& provenance) {
    const std::string who = mid_sentence(provenance.label(provenance.focus));
    const Size size = size_of(headline);
    const double mean = size.difference->summary.mean;
    const int decimals = decimals_for(mean, size.manner);
    const std::string amount = level(std::abs(mean), size.manner, decimals) + size.per;
    const char* what = headline.in_all ? "money from all funds" : "contested money";
    switch (headline.verdict) {
        case Verdict::gains:
            return fmt::format("Under \"{}\", {} gains {} of {}.", arm.label, who, amount, what);
        case Verdict::loses:
            return fmt::format("Under \"{}\", {} loses {} of {}.", arm.label, who, amount, what);
        case Verdict::about_the_same:
            return fmt::format("Under \"{}\", {} gets about the same {} ({}{}).", arm.label, who, what,
                               put(mean, size), size.per);
        case Verdict::unclear: break;
    }
    return fmt::format(
        "Under \"{}\", {} cannot tell whether {} gains, loses or gets about the same {} ({}{} on average).",
        arm.label, futures(headline.more + headline.same + headline.less), who, what, put(mean, size),
        size.per);
}

std::string comparison_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                            const Provenance& provenance, const Style& style) {
    std::vector<std::optional<Headline>> headlines;
    const Headline* any = nullptr;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        // The median path finds nothing.
        const bool finds = provenance.stochastic && arm != comparison.baseline;
        headlines.push_back(finds ? headline(comparison, outcomes, arm, provenance.focus) : std::nullopt);
    }
    std::string text = heading(comparison, provenance, style);
    const bool in_detail = comparison.arms.size() <= kInDetail;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        if (headlines[arm]) {
            any = &*headlines[arm];
            text += in_detail ? arm_finding(*any, comparison.arms[arm], comparison, provenance, style) : "";
        }
    }
    if (in_detail) {
        text += difference_tables(comparison, provenance, style) + year_table(comparison, provenance, style);
    } else {
        const bool moved =
            std::any_of(headlines.begin(), headlines.end(), [](const auto& h) { return h && h->in_all; });
        text += overview_table(comparison, headlines, provenance, style) +
                overview_notes(comparison, any, moved, style);
    }
    return text + beside(comparison, any, provenance, style);
}

std::string arm_text(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    return heading(comparison, provenance, style) + level_tables(comparison, provenance, style) +
           year_table(comparison, provenance, style) + beside(comparison, nullptr, provenance, style);
}

}  // namespace clout
