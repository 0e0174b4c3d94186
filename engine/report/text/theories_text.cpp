#include "engine/report/text/theories_text.hpp"

#include "engine/protocols/kinds.hpp"
#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/recalibrated_text.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clout {
namespace {

constexpr std::size_t kComparedInDetail = 2;  // [compared arms] more are shown as one line each
constexpr double kManifold = 100;             // a larger factor says no more than that

struct Unit {
    Manner manner;
    const char *per, *column;
};

Unit unit_of(bool per_patient) {
    return per_patient ? Unit{Manner::pounds, " a patient a year", "£ a patient"}
                       : Unit{Manner::million_pounds, " a year", "£m a year"};
}

// Two significant digits at least, so that one may divide what is shown; a mill of a pound is enough.
int decimals_of(const TheoryFinding& finding) {
    const Manner manner = unit_of(finding.size.per_patient).manner;
    const double mean = std::abs(finding.size.difference.summary.mean);
    const int usual = decimals_for(mean, manner);
    return mean > 0 && mean < 0.1 ? 3 : usual;
}

std::string put(const TheoryFinding& finding) {
    const Manner manner = unit_of(finding.size.per_patient).manner;
    return change(finding.size.difference.summary.mean, manner, decimals_of(finding));
}

const char* mark(Verdict verdict) {
    return verdict == Verdict::about_the_same ? " ≈" : verdict == Verdict::unclear ? " ?" : "  ";
}

std::string names_of(const Theories& theories, const std::vector<std::size_t>& rows) {
    std::vector<std::string> names;
    for (const std::size_t row : rows) {
        names.push_back(theories.theories[row].name);
    }
    return and_list(names);
}

// "+£0.04 a patient a year (setter)".
std::string end_of(const Theories& theories, std::size_t arm, std::size_t row) {
    const TheoryFinding& finding = *theories.theories[row].arms[arm];
    return fmt::format("{}{} ({})", put(finding), unit_of(finding.size.per_patient).per,
                       theories.theories[row].name);
}

std::string how_many(const Theories& theories) {
    const std::size_t count = theories.theories.size();
    return count == 1   ? "this theory of bargaining"
           : count == 2 ? "both theories of bargaining"
                        : fmt::format("all {} theories of bargaining", count);
}

std::string factor_words(double factor) {
    return factor > kManifold ? fmt::format("more than a factor of {:g}", kManifold)
                              : fmt::format("a factor of {}", grouped(factor, factor < 10 ? 1 : 0));
}

// "gains under 3 theories of bargaining (nash, setter and contest), gets about the same under 2 (…), loses
// under none": the verdicts counted, each theory once.
std::string verdict_counts(const Theories& theories, std::size_t arm) {
    const Survival& survival = theories.survival[arm];
    std::string text;
    const auto add = [&](const char* what, const std::vector<std::size_t>& rows, bool even_none) {
        if (rows.empty() && !even_none) {
            return;
        }
        const std::string under = rows.empty() ? "none"
                                               : fmt::format("{}{} ({})", rows.size(),
                                                             text.empty() ? " theories of bargaining" : "",
                                                             names_of(theories, rows));
        text += fmt::format("{}{} under {}", text.empty() ? "" : ", ", what, under);
    };
    for (const auto& [what, rows] : {std::pair{"gains", &survival.gains},
                                     {"gets about the same", &survival.same},
                                     {"loses", &survival.loses},
                                     {"cannot be told from about the same", &survival.unclear}}) {
        if (rows->size() == theories.theories.size()) {
            return fmt::format("{} under {}", what, how_many(theories));
        }
    }
    add("gains", survival.gains, !survival.loses.empty() || !survival.same.empty());
    add("gets about the same", survival.same, false);
    add("loses", survival.loses, true);
    add("cannot be told from about the same", survival.unclear, false);
    return text;
}

std::string detail_table(const Theories& theories, std::size_t arm, const Provenance& provenance,
                         const Style& style) {
    const Unit unit = unit_of(theories.per_patient);
    TextTable table({{fmt::format("{}, {}:\n{}", provenance.label(provenance.focus),
                                  year_words(provenance, theories.years, theories.years), unit.column),
                      Align::left},
                     {"\ndifference"},
                     {"\n90 % of futures"},
                     {"of its\nown money"},
                     {"\nmore/same/less"},
                     {"\nfinding", Align::left}});
    for (const Theory& theory : theories.theories) {
        const TheoryFinding& found = *theory.arms[arm];
        const Summary& s = found.size.difference.summary;
        const Manner manner = unit_of(found.size.per_patient).manner;
        const int decimals = decimals_of(found);
        table.add({theory.name + (found.headline.in_all ? "*" : "") + (theory.written ? ", as written" : ""),
                   put(found), s.has_range() ? bare_range(s.p05, s.p95, manner, decimals) : "–",
                   change(100 * found.relative.mean, Manner::number, 1) + " %", three_counts(found.headline),
                   provenance.stochastic ? verdict_words(found.headline.verdict) : ""});
    }
    return table.text(style) + "\n";
}

// "3 gain, 2 same".
std::string tally(const Survival& survival) {
    if (survival.sign == Survival::Sign::nothing) {
        return "nothing";
    }
    std::string text;
    const auto add = [&](const std::vector<std::size_t>& rows, const char* what) {
        if (!rows.empty()) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", rows.size(), what);
        }
    };
    add(survival.gains, "gain");
    add(survival.same, "same");
    add(survival.loses, "lose");
    add(survival.unclear, "open");
    return text;
}

bool complete(const Theories& theories, std::size_t arm) {
    return arm != theories.baseline && std::all_of(theories.theories.begin(), theories.theories.end(),
                                                   [&](const Theory& t) { return t.arms[arm].has_value(); });
}

std::string overview(const Theories& theories, const Provenance& provenance, const Style& style) {
    std::vector<Column> columns{{fmt::format("{}, {}:\n{}", provenance.label(provenance.focus),
                                             year_words(provenance, theories.years, theories.years),
                                             unit_of(theories.per_patient).column),
                                 Align::left}};
    for (const Theory& theory : theories.theories) {
        columns.push_back({"\n" + theory.name + (theory.written ? "=" : "") + "  "});
    }
    columns.push_back({"all\ntogether", Align::left});
    columns.push_back({"\nfactor"});
    TextTable table(columns);
    for (std::size_t arm = 0; arm < theories.arms.size(); ++arm) {
        if (!complete(theories, arm)) {
            continue;
        }
        std::vector<std::string> cells{theories.arms[arm].second};
        for (const Theory& theory : theories.theories) {
            const TheoryFinding& found = *theory.arms[arm];
            cells.push_back(put(found) + (found.headline.in_all ? "*" : "") + mark(found.headline.verdict));
        }
        const Survival& survival = theories.survival[arm];
        cells.push_back(tally(survival));
        cells.push_back(survival.factor > kManifold ? fmt::format("> {:g}", kManifold)
                                                    : grouped(survival.factor, 1));
        table.add(std::move(cells));
    }
    return table.text(style) + "\n" +
           paragraph(
               "", 0,
               "= as written in the file; ≈ about the same; ? cannot be told from about the same (open). All "
               "together: under how many theories it gains, gets about the same, loses or is open. Factor: "
               "the "
               "largest size over the smallest, where all have the same sign. For one arm in detail: --arms "
               "a,b.",
               style) +
           "\n";
}

bool any_in_all(const Theories& theories) {
    return std::any_of(theories.theories.begin(), theories.theories.end(), [](const Theory& theory) {
        return std::any_of(theory.arms.begin(), theory.arms.end(),
                           [](const auto& found) { return found && found->headline.in_all; });
    });
}

std::string notes(const Theories& theories, const Style& style) {
    std::string text;
    for (const Theory& theory : theories.theories) {
        for (const ProtocolFacts& protocol : protocol_kinds()) {
            if (protocol.name == theory.name)
                text += paragraph("  " + theory.name, kIndent + 2, std::string(protocol.summary), style);
        }
    }
    std::string band = fmt::format(
        "About the same is within ±{:g} % of the sector's contested money in \"{}\" under that theory.",
        100 * kEquivalence, theories.arms[theories.baseline].second);
    if (any_in_all(theories)) {
        band +=
            " * An arm that moves the border between protected and contested money: its difference is that "
            "of "
            "the money from all funds.";
    }
    band +=
        " Who wrote the decision (clout influence) is read off the weights at the table, whatever the theory "
        "then makes of them.";
    return text + "\n" + paragraph("", 0, band, style) + "\n";
}

}  // namespace

std::string survival_sentence(const Theories& theories, std::size_t arm, const Provenance& provenance) {
    const std::string who = mid_sentence(provenance.label(provenance.focus));
    const Survival& survival = theories.survival[arm];
    const std::string &label = theories.arms[arm].second, &base = theories.arms[theories.baseline].second;
    if (survival.sign == Survival::Sign::nothing) {
        return fmt::format("In \"{}\" {} gets exactly the same in every future under {}.", label, who,
                           how_many(theories));
    }
    const auto end = [&](std::size_t row) { return end_of(theories, arm, row); };
    const bool one = theories.theories.size() < 2;
    const std::string range =
        one ? end(survival.most) : "from " + end(survival.least) + " to " + end(survival.most);
    const bool factor = !one && std::isfinite(survival.factor);
    return fmt::format("Against \"{}\", {} in \"{}\" {}: {}{}.", base, who, label,
                       verdict_counts(theories, arm), range,
                       factor ? ", " + factor_words(survival.factor) : "");
}

std::string theories_tables(const Theories& theories, const Provenance& provenance, const Style& style) {
    if (theories.arms.size() - 1 > kComparedInDetail && provenance.stochastic) {
        return overview(theories, provenance, style);
    }
    std::string text;
    for (std::size_t arm = 0; arm < theories.arms.size(); ++arm) {
        if (!complete(theories, arm)) continue;
        text +=
            provenance.stochastic
                ? bold(paragraph("", 0, survival_sentence(theories, arm, provenance), style), style) + "\n"
                : bold(shorten("\"" + theories.arms[arm].second + "\"", style.width), style) + "\n";
        text += detail_table(theories, arm, provenance, style);
    }
    return text;
}

std::string theories_text(const TheoriesStudy& study, const Style& style) {
    const auto& [theories, recalibrated, provenance] = study;
    const std::string luck =
        fmt::format("{} to {}, the same luck in every arm and under every theory, against \"{}\"",
                    futures(theories.replicates), year_words(provenance, theories.years, theories.years),
                    theories.arms[theories.baseline].second);
    return report_header(provenance, luck, style) + theories_tables(theories, provenance, style) +
           (recalibrated ? recalibrated_text(*recalibrated, provenance, style) : "") +
           notes(theories, style) + beside_finding(provenance, "", style);
}

}  // namespace clout
