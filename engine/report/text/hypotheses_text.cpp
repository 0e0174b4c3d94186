#include "engine/report/text/hypotheses_text.hpp"

#include "engine/base/text.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clout {
namespace {

using Kind = Hypothesis::Kind;
using Ruling = HypothesisVerdict;

const char* kind_letter(Kind kind) { return kind == Kind::asserted ? "R" : "T"; }

// Digits of the band and of the largest mean.
Digits digits_of(const HypothesisFinding& finding) {
    double size = 0;
    for (const ExpectationFinding& theory : finding.theories)
        if (std::isfinite(theory.difference.summary.mean))
            size = std::max(size, std::abs(theory.difference.summary.mean));
    const Manner manner = manner_of(finding.hypothesis.unit);
    int decimals = decimals_for(size, manner) + 1;
    // Enough of them to show the band.
    const double least = finding.hypothesis.expected.least * (manner == Manner::part ? 100 : 1);
    while (decimals < 6 && least > 0 &&
           std::abs(least - std::stod(fmt::format("{:.{}f}", least, decimals))) > 1e-12)
        ++decimals;
    if (manner == Manner::number && size < 1 && decimals < 3)
        ++decimals;  // an index: more than whether it is beyond the band
    return {manner, decimals};
}

std::string band_words(double least, const Digits& digits) {
    return digits.manner == Manner::part ? grouped(100 * least, digits.decimals) + " points"
                                         : level(least, digits.manner, digits.decimals);
}

std::string expected_words(const HypothesisFinding& finding, const Digits& digits) {
    using Sign = Expectation::Sign;
    const Expectation& expected = finding.hypothesis.expected;
    const char* way = expected.sign == Sign::more ? "more" : "less";
    if (expected.sign == Sign::same)
        return fmt::format("expected: the same, within {}", band_words(expected.least, digits));
    return expected.least > 0
               ? fmt::format("expected: {}, by more than {}", way, band_words(expected.least, digits))
               : fmt::format("expected: {}", way);
}

std::string experiment(const HypothesisFinding& finding, const Digits& digits) {
    const Provenance& from = finding.provenance;
    return fmt::format("\"{}\" against \"{}\" ({} against {}); {}, {}; {}; {}, seed {}; {}",
                       finding.arm.second, finding.against.second, finding.arm.first, finding.against.first,
                       figure_words(finding.hypothesis.measure, from),
                       year_words(from, finding.years, finding.years), expected_words(finding, digits),
                       futures(from.finished), from.seed, from.file);
}

std::string outcome_table(const HypothesisFinding& finding, const std::vector<std::string>& protocols,
                          const Digits& digits, const Style& style) {
    TextTable table(
        {{"", Align::left}, {"difference"}, {"90 % of futures"}, {"as expected in"}, {"", Align::left}});
    for (std::size_t p = 0; p < protocols.size(); ++p) {
        const ExpectationFinding& found = finding.theories[p];
        const Summary& s = found.difference.summary;
        const std::string range =
            s.has_range() ? bare_range(s.p05, s.p95, digits.manner, digits.decimals) : "–";
        table.add({"  " + protocols[p] + (finding.written[p] ? ", as written" : ""),
                   change(s.mean, digits.manner, digits.decimals), range,
                   count_of(found.as_expected, found.replicates),
                   found.holds      ? "holds"
                   : found.reversed ? "the opposite"
                                    : "–"});
    }
    return table.text(style);
}

std::string one(const HypothesisFinding& finding, const std::vector<std::string>& protocols,
                const Style& style) {
    const Hypothesis& h = finding.hypothesis;
    std::string text =
        bold(paragraph("", 0, fmt::format("{} ({}) {}", h.id, kind_letter(h.kind), h.claim), style), style);
    text += paragraph("Source", kIndent, h.source, style);
    if (!finding.theories.empty()) {
        const Digits digits = digits_of(finding);
        text += paragraph("Played", kIndent, experiment(finding, digits), style);
        text += outcome_table(finding, protocols, digits, style);
    }
    if (!h.construction.empty()) text += paragraph("By building", kIndent, h.construction, style);
    return text + paragraph("Verdict", kIndent, verdict_sentence(finding, protocols), style) + "\n";
}

std::string counts(const HypothesesStudy& study, const Style& style) {
    TextTable table({{"", Align::left},
                     {"holds"},
                     {"holds under\nsome theories"},
                     {"does not\nhold"},
                     {"not\ntestable"},
                     {"not\nplayed"},
                     {"all"}});
    const auto row = [&](const char* what, auto count) {
        std::vector<std::string> cells{what};
        std::size_t all = 0;
        for (const Ruling verdict : {Ruling::holds, Ruling::holds_under_some, Ruling::does_not_hold,
                                     Ruling::not_testable, Ruling::not_played}) {
            all += count(verdict);
            cells.push_back(fmt::format("{}", count(verdict)));
        }
        cells.push_back(fmt::format("{}", all));
        table.add(std::move(cells));
    };
    row("R: its source asserts it", [&](Ruling v) { return study.count(Kind::asserted, v); });
    row("T: its source leaves it open", [&](Ruling v) { return study.count(Kind::open, v); });
    row("together", [&](Ruling v) { return study.count(Kind::asserted, v) + study.count(Kind::open, v); });
    return table.text(style);
}

std::string heading(const HypothesesStudy& study, const Style& style) {
    const std::size_t shown = study.findings.size();
    std::string text = bold(
        paragraph(
            "", 0,
            fmt::format("{} {}{}, each pair of arms with the same luck under {} theories of bargaining{}",
                        shown, shown == 1 ? "hypothesis" : "hypotheses",
                        shown < study.all ? fmt::format(" of {}", study.all) : "", study.protocols.size(),
                        study.findings.empty() ? "" : settings_words(study.findings.front().provenance)),
            style),
        style);
    text += paragraph("", 0, study.file, style);
    if (study.finished < study.asked)
        text +=
            paragraph("", 0,
                      fmt::format("STOPPED EARLY: {} of the futures that were asked for; what was not played "
                                  "whole is not judged.",
                                  count_of(study.finished, study.asked)),
                      style);
    return text + paragraph("Rule", kIndent, rule_words(), style) + "\n";
}

}  // namespace

std::string verdict_sentence(const HypothesisFinding& finding, const std::vector<std::string>& protocols) {
    std::vector<std::string> holding, reversed;
    for (std::size_t p = 0; p < finding.theories.size(); ++p) {
        if (finding.theories[p].holds) holding.push_back(protocols[p]);
        if (finding.theories[p].reversed) reversed.push_back(protocols[p]);
    }
    const std::string opposite = reversed.empty() ? ""
                                 : reversed.size() == protocols.size()
                                     ? "; the opposite comes out under every theory"
                                     : "; the opposite comes out under " + and_list(reversed);
    switch (finding.verdict) {
        case Ruling::holds: return "holds";
        case Ruling::holds_under_some: return "holds under " + and_list(holding) + opposite;
        case Ruling::does_not_hold: return "does not hold" + opposite;
        case Ruling::not_testable: return "not testable here, because " + finding.hypothesis.untestable;
        case Ruling::not_played: break;
    }
    return "not played: it was stopped before";
}

std::string hypotheses_text(const HypothesesStudy& study, const Style& style) {
    std::string text = heading(study, style);
    for (const HypothesisFinding& finding : study.findings) text += one(finding, study.protocols, style);
    text += counts(study, style) + "\n";
    return text +
           paragraph(
               "Read as", kIndent,
               "what follows from these scenarios' assumptions: a claim that holds here need not hold in "
               "the world, nor the other way round.",
               style);
}

}  // namespace clout
