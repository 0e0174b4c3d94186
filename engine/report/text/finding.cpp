#include "engine/report/text/finding.hpp"

#include "engine/report/text/arm_finding.hpp"
#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/report/text/year_table.hpp"
#include "engine/scenario/library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kInDetail = 3;  // [arms] more are shown as one line each

// Why every figure of two arms is the same number, as far as it is known.
std::string why_same(const Arm* arm, const Arm* other) {
    if (!arm || !other || arm->effect.play != other->effect.play) {
        return "What it changes plays no part in this scenario.";
    }
    if (arm->effect.votes != other->effect.votes) {
        return "It changes power indices only (blocs: clout influence), and no money.";
    }
    std::vector<std::string> why = arm->idle;
    for (const std::string& idle : other->idle) {
        if (std::find(why.begin(), why.end(), idle) == why.end()) why.push_back(idle);
    }
    return why.empty() ? "Nothing that is computed differs between them."
                       : "Nothing that is computed differs between them: " + and_list(why) + ".";
}

// Of an arm that is another in all that was measured, there is nothing to find.
std::string same_as(const Comparison& comparison, std::span<const ArmOutcome> outcomes, std::size_t arm,
                    std::size_t other, const Style& style) {
    const std::string text =
        fmt::format("\"{}\" comes to the same as \"{}\": every figure of every future is the same number. {}",
                    comparison.arms[arm].label, comparison.arms[other].label,
                    why_same(outcomes[arm].arm, outcomes[other].arm));
    return bold(paragraph("", 0, text, style), style) + "\n";
}

// Bodies that are in the file and were never heard.
std::string silent_bodies(std::span<const ArmOutcome> outcomes, const Style& style) {
    std::string text;
    for (const ArmOutcome& arm : outcomes) {
        if (arm.silent.empty()) continue;
        text += paragraph("Silent", kIndent,
                          fmt::format("in \"{}\" {} said nothing in any round of any future: no member of "
                                      "theirs had a voice to give.",
                                      arm.label, and_list(arm.silent)),
                          style);
    }
    return text;
}

std::string heading(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    std::string luck = fmt::format("{} to {}", futures(comparison.replicates),
                                   year_words(provenance, comparison.years, comparison.years));
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
                        pounds(any->band), 100 * kEquivalence, comparison.base().label);
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
            pounds(headline->contested), comparison.base().label,
            level(headline->contested / headline->funded, Manner::part, 1));
    }
    return beside_finding(provenance, scope, style);
}

// The first arm before it, the baseline foremost, that it is the same as in all figures; itself = there is
// none.
std::size_t twin_of(std::span<const ArmOutcome> outcomes, std::size_t baseline, std::size_t arm) {
    if (arm == baseline) {
        return arm;
    }
    if (identical(*outcomes[arm].outcome, *outcomes[baseline].outcome)) {
        return baseline;
    }
    for (std::size_t other = 0; other < arm; ++other) {
        if (identical(*outcomes[arm].outcome, *outcomes[other].outcome)) {
            return other;
        }
    }
    return arm;
}

std::string findings(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                     const std::vector<std::optional<Headline>>& headlines, const Provenance& provenance,
                     const Style& style) {
    std::string text;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        const std::size_t twin = twin_of(outcomes, comparison.baseline, arm);
        if (twin != arm && provenance.stochastic) {
            text += same_as(comparison, outcomes, arm, twin, style);
        } else if (headlines[arm]) {
            text += arm_finding(*headlines[arm], arm, comparison, provenance, style);
        }
    }
    return text;
}

// Money is not all that an arm moves: below a table in which each has a line, what else it moved most.
std::string what_else(const Comparison& comparison, const Provenance& provenance, const Style& style) {
    std::vector<std::string> told;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        const std::string most = moved_most(comparison, arm, provenance);
        if (!most.empty()) told.push_back(fmt::format("in \"{}\" {}", comparison.arms[arm].label, most));
    }
    if (told.empty()) return {};
    return paragraph("Moved too", kIndent, "most of all beyond its band, " + and_list(told) + ".", style) +
           "\n";
}

// Arms that are another in all figures, below a table in which each has a line.
std::string twins(const Comparison& comparison, std::span<const ArmOutcome> outcomes, const Style& style) {
    std::string text;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        const std::size_t twin = twin_of(outcomes, comparison.baseline, arm);
        text += twin == arm ? "" : same_as(comparison, outcomes, arm, twin, style);
    }
    return text;
}

}  // namespace

std::string comparison_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                            const Provenance& provenance, const Style& style) {
    std::vector<std::optional<Headline>> headlines;
    const Headline* any = nullptr;
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
        // The median path finds nothing.
        const bool finds = provenance.stochastic && arm != comparison.baseline;
        headlines.push_back(finds ? headline(comparison, outcomes, arm, provenance.focus) : std::nullopt);
    }
    for (const auto& found : headlines) any = found ? &*found : any;
    std::string text = heading(comparison, provenance, style);
    if (comparison.arms.size() <= kInDetail) {
        text += findings(comparison, outcomes, headlines, provenance, style);
        text += difference_tables(comparison, provenance, style) + year_table(comparison, provenance, style);
    } else {
        const bool moved =
            std::any_of(headlines.begin(), headlines.end(), [](const auto& h) { return h && h->in_all; });
        text += overview_table(comparison, headlines, provenance, style) +
                overview_notes(comparison, any, moved, style) +
                (provenance.stochastic ? what_else(comparison, provenance, style) : "") +
                twins(comparison, outcomes, style);
    }
    return text + silent_bodies(outcomes, style) + beside(comparison, any, provenance, style);
}

std::string arm_text(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                     const Provenance& provenance, const Style& style) {
    return heading(comparison, provenance, style) + level_tables(comparison, provenance, style) +
           year_table(comparison, provenance, style) + silent_bodies(outcomes, style) +
           beside(comparison, nullptr, provenance, style);
}

}  // namespace clout
