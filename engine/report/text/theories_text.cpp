#include "engine/report/text/theories_text.hpp"

#include "engine/protocols/kinds.hpp"
#include "engine/report/text/comparison_tables.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kInDetail = 2;  // [compared arms] more are shown as one line each
constexpr double kManifold = 100;     // a larger factor says no more than that

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

// Where no theory contradicts another: what each of them says.
std::string open_clauses(const Theories& theories, std::size_t arm) {
    std::vector<std::size_t> more, less, equal, untold;
    for (std::size_t row = 0; row < theories.theories.size(); ++row) {
        const Difference& d = theories.theories[row].arms[arm]->size.difference;
        const bool told = std::abs(d.summary.mean) > 2 * d.se;
        (d.p_equal == 1 ? equal : !told ? untold : d.summary.mean > 0 ? more : less).push_back(row);
    }
    const std::string base = " than in \"" + theories.arms[theories.baseline].second + "\"";
    std::vector<std::string> clauses;
    const auto add = [&](const std::string& what, const std::vector<std::size_t>& rows) {
        if (!rows.empty()) {
            clauses.push_back(what + " under " + names_of(theories, rows));
        }
    };
    add("more" + base, more);
    add("less" + base, less);
    add("exactly the same", equal);
    add("what " + futures(theories.replicates) + " cannot tell from the same", untold);
    std::string text;
    for (std::size_t row = 0; row < clauses.size(); ++row) {
        text += (row == 0 ? "" : row + 1 == clauses.size() ? ", and " : ", ") + clauses[row];
    }
    return text;
}

std::string sign_sentence(const Theories& theories, std::size_t arm, const std::string& who) {
    const Survival& survival = theories.survival[arm];
    const auto end = [&](std::size_t row) { return end_of(theories, arm, row); };
    const std::string range = theories.theories.size() < 2
                                  ? end(survival.most)
                                  : "from " + end(survival.least) + " to " + end(survival.most);
    const std::string &arm_label = theories.arms[arm].second, &base = theories.arms[theories.baseline].second;
    switch (survival.sign) {
        case Survival::Sign::up:
        case Survival::Sign::down:
            return fmt::format("Under {} {} gets {} in \"{}\" than in \"{}\": {}{}.", how_many(theories), who,
                               survival.sign == Survival::Sign::up ? "more" : "less", arm_label, base, range,
                               theories.theories.size() < 2 ? "" : ", " + factor_words(survival.factor));
        case Survival::Sign::mixed:
            return fmt::format("Whether {} gets more or less in \"{}\" depends on the theory: {}.", who,
                               arm_label, range);
        case Survival::Sign::same:
            return fmt::format("Under {} {} gets about the same in \"{}\" as in \"{}\": {}.",
                               how_many(theories), who, arm_label, base, range);
        case Survival::Sign::nothing:
            return fmt::format("In \"{}\" {} gets exactly the same in every future under {}.", arm_label, who,
                               how_many(theories));
        case Survival::Sign::open: break;
    }
    return fmt::format("In \"{}\" {} gets {}: {}.", arm_label, who, open_clauses(theories, arm), range);
}

std::string verdict_sentence(const Theories& theories, std::size_t arm) {
    const Survival& survival = theories.survival[arm];
    std::string text;
    const auto add = [&](const char* what, const std::vector<std::size_t>& rows) {
        if (!rows.empty()) {
            text +=
                (text.empty() ? "It " : "; it ") + std::string(what) + " under " + names_of(theories, rows);
        }
    };
    add("gains", survival.gains);
    add("loses", survival.loses);
    add("gets about the same", survival.same);
    add("cannot be told from about the same", survival.unclear);
    return text + ".";
}

std::string detail_table(const Theories& theories, std::size_t arm, const Provenance& provenance,
                         const Style& style) {
    const Unit unit = unit_of(theories.per_patient);
    TextTable table(
        {{fmt::format("{}, year {}:\n{}", provenance.label(provenance.focus), theories.years, unit.column),
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
                   put(found), bare_range(s.p05, s.p95, manner, decimals),
                   change(100 * found.relative.mean, Manner::number, 1) + " %", three_counts(found.headline),
                   provenance.stochastic ? verdict_words(found.headline.verdict) : ""});
    }
    return table.text(style) + "\n";
}

const char* sign_words(Survival::Sign sign) {
    switch (sign) {
        case Survival::Sign::up: return "more";
        case Survival::Sign::down: return "less";
        case Survival::Sign::mixed: return "depends";
        case Survival::Sign::nothing: return "nothing";
        case Survival::Sign::same: return "same";
        case Survival::Sign::open: break;
    }
    return "open";
}

bool complete(const Theories& theories, std::size_t arm) {
    return arm != theories.baseline && std::all_of(theories.theories.begin(), theories.theories.end(),
                                                   [&](const Theory& t) { return t.arms[arm].has_value(); });
}

std::string overview(const Theories& theories, const Provenance& provenance, const Style& style) {
    std::vector<Column> columns{{fmt::format("{}, year {}:\n{}", provenance.label(provenance.focus),
                                             theories.years, unit_of(theories.per_patient).column),
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
        cells.emplace_back(sign_words(survival.sign));
        cells.push_back(survival.factor > kManifold ? fmt::format("> {:g}", kManifold)
                                                    : grouped(survival.factor, 1));
        table.add(std::move(cells));
    }
    return table.text(style) + "\n" +
           paragraph(
               "", 0,
               "= as written in the file; ≈ about the same; ? cannot be told from about the same. All "
               "together: the sign under every "
               "theory, \"same\" where all find about the same, \"depends\" where some find more and some "
               "less, \"open\" where these futures cannot tell. Factor: the largest size over the smallest. "
               "For one arm in detail: --arms a,b.",
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
    const std::string text = sign_sentence(theories, arm, mid_sentence(provenance.label(provenance.focus)));
    const Survival::Sign sign = theories.survival[arm].sign;
    const bool said = sign == Survival::Sign::nothing || sign == Survival::Sign::same;
    return said ? text : text + " " + verdict_sentence(theories, arm);
}

std::string theories_text(const Theories& theories, const Provenance& provenance, const Style& style) {
    const auto& base = theories.arms[theories.baseline].second;
    std::string text = report_header(
        provenance,
        fmt::format("{} to year {}, the same luck in every arm and under every theory, against \"{}\"",
                    futures(theories.replicates), theories.years, base),
        style);
    if (theories.arms.size() - 1 > kInDetail && provenance.stochastic) {
        text += overview(theories, provenance, style);
    } else {
        for (std::size_t arm = 0; arm < theories.arms.size(); ++arm) {
            if (complete(theories, arm)) {
                text +=
                    provenance.stochastic
                        ? bold(paragraph("", 0, survival_sentence(theories, arm, provenance), style), style) +
                              "\n"
                        : bold(shorten("\"" + theories.arms[arm].second + "\"", style.width), style) + "\n";
                text += detail_table(theories, arm, provenance, style);
            }
        }
    }
    return text + notes(theories, style) + beside_finding(provenance, "", style);
}

}  // namespace clout
