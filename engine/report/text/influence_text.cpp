#include "engine/report/text/influence_text.hpp"

#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

// Per cent with about three digits, however small: a practice's part in a decision is often a few in ten
// thousand.
std::string percent(double part) {
    const double size = std::abs(100 * part);
    return fmt::format("{:.{}f} %", 100 * part, size >= 10 || size == 0 ? 1 : size >= 0.1 ? 2 : 4);
}

std::string with_error(double part, double se) {
    return se > 0 ? percent(part) + " ±" + percent(2 * se) : percent(part);
}

std::string range(const Summary& s) { return percent(s.p05) + " to " + percent(s.p95); }

template <class Kinds>
std::string kind_label(const Kinds& kinds, const std::string& name) {
    for (const auto& kind : kinds) {
        if (kind.name == name && !kind.caption.label.empty()) return kind.caption.label;
    }
    return name;
}

std::string authors_text(const InfluenceReport& report, const Provenance& provenance, const Style& style) {
    TextTable table({{"Who wrote the decisions", Align::left},
                     {"Votes"},
                     {"Influence"},
                     {"P5 to P95"},
                     {"Contested money"}});
    for (const Author& author : report.sectors) {
        const bool leaning = author.name == "leaning";
        const std::string label = leaning ? "Nobody: what bodies lean to" : provenance.label(author.name);
        table.add({label, leaning ? "" : percent(author.votes), percent(author.part.mean), range(author.part),
                   leaning ? "" : percent(author.money.mean)});
    }
    return table.text(style);
}

std::string kinds_text(const InfluenceReport& report, const Scenario& scenario, const Style& style) {
    TextTable table({{"By kind of organisation", Align::left}, {"Influence"}, {"P5 to P95"}});
    for (const Author& author : report.kinds) {
        if (author.name != "leaning" && author.part.mean > 0) {
            table.add({kind_label(scenario.organisations, author.name), percent(author.part.mean),
                       range(author.part)});
        }
    }
    return table.text(style);
}

std::string organisations_text(const InfluenceReport& report, const Style& style) {
    constexpr std::size_t kNamed = 10;
    std::string most;
    for (std::size_t row = 0; row < std::min(kNamed, report.organisations.size()); ++row) {
        const Author& author = report.organisations[row];
        if (author.part.mean > 0)
            most += fmt::format("{}{} {}", most.empty() ? "" : ", ", author.name, percent(author.part.mean));
    }
    const auto held = [](const char* what, const Concentration& of) {
        return fmt::format("{} HHI {:.3f}, Gini {:.2f}", what, of.herfindahl, of.gini);
    };
    return paragraph("", 0, "Most by one organisation: " + most + ".", style) +
           paragraph("", 0,
                     "Concentration over organisations: " + held("influence", report.influence) + "; " +
                         held("money from all funds", report.money) + ".",
                     style);
}

std::string ladder_text(const InfluenceReport& report, const Scenario& scenario, const Provenance& provenance,
                        const Style& style) {
    TextTable table({{"The voice ladder: who wrote what is said", Align::left},
                     {report.organisation},
                     {"all of " + mid_sentence(provenance.label(provenance.focus))}});
    table.add({"its own opinion", percent(1), ""});
    for (const LadderStep& step : report.ladder) {
        const std::string name =
            step.decision ? "the decision on " + mid_sentence(kind_label(scenario.funds, step.name))
                          : "what " + step.name + " says";
        table.add({name, percent(step.one.mean), percent(step.sector.mean)});
    }
    return table.text(style);
}

std::string tolls_text(const InfluenceReport& report, const Style& style) {
    if (report.tolls.empty()) return {};
    TextTable table({{"What each stage leaves of a voice", Align::left},
                     {"split"},
                     {"commitment"},
                     {"cohesion"},
                     {"mandate"},
                     {"fidelity"},
                     {"standing"},
                     {"left"}});
    table.add({"clout of " + report.organisation, "", "", "", "", "", "", percent(1)});
    for (const Toll& toll : report.tolls) {
        const auto cell = [&](bool here, double part) {
            return here ? fmt::format("×{:.2f}", part) : std::string();
        };
        table.add({toll.name, cell(!toll.board, toll.split),
                   cell(!toll.board && toll.commitment < 1, toll.commitment),
                   cell(!toll.board, toll.cohesion), cell(!toll.board, toll.mandate),
                   cell(!toll.board, toll.fidelity), cell(toll.board, toll.standing), percent(toll.left)});
    }
    std::string text = table.text(style);
    if (report.tolls.back().board) {
        text += paragraph(
            "", 0,
            fmt::format("At {}, votes make the seat weigh {:.2f} times its part of all voices that sit.",
                        report.tolls.back().name, report.tolls.back().votes),
            style);
    }
    return text;
}

std::string votes_text(const BoardPower& board, const Scenario& scenario, const Style& style) {
    const std::string fund = mid_sentence(kind_label(scenario.funds, board.fund));
    bool drawn = false;
    TextTable table({{fmt::format("Votes of {} on {}", board.board, fund), Align::left},
                     {"Seats"},
                     {"Votes"},
                     {"Shapley–Shubik"},
                     {"Banzhaf"},
                     {"Weight"}});
    for (const SeatPower& seat : board.seats) {
        const std::string label = kind_label(scenario.bodies, kind_label(scenario.organisations, seat.name));
        const VotingPower& power = seat.power;
        drawn = drawn || power.shapley_shubik_se > 0;
        table.add({label, fmt::format("{}", seat.seats), percent(seat.votes),
                   board.counted ? with_error(power.shapley_shubik, power.shapley_shubik_se) : "–",
                   board.counted ? with_error(power.banzhaf, power.banzhaf_se) : "–",
                   percent(seat.weight.mean)});
    }
    std::string text = table.text(style);
    if (!board.counted) text += paragraph("", 0, "Stopped before the two indices were known.", style);
    if (drawn) {
        text += paragraph("", 0,
                          "The two indices are drawn, as there are too many coalitions to count: ± is two "
                          "standard errors.",
                          style);
    }
    return text;
}

}  // namespace

std::string influence_text(const InfluenceReport& report, const Scenario& scenario,
                           const Provenance& provenance, const std::string& arm, const Style& style) {
    std::string text =
        bold(fmt::format("{}: who writes the decision, arm \"{}\"", titled(provenance), arm), style) + "\n\n";
    text += authors_text(report, provenance, style) + "\n" + kinds_text(report, scenario, style) + "\n";
    text += organisations_text(report, style) + "\n";
    text += ladder_text(report, scenario, provenance, style) + "\n" + tolls_text(report, style) + "\n";
    for (const BoardPower& board : report.boards) text += votes_text(board, scenario, style) + "\n";
    text += paragraph("", 0,
                      fmt::format("Last round of {}, seed {}. Influence is the exact decomposition of the "
                                  "weighted mean that the seats bring to the "
                                  "table, whatever the protocol then makes of it; votes of a body count for "
                                  "those whose opinion it carries. Weight is "
                                  "what seats count for at the board; the two indices are what their votes "
                                  "alone would be worth under majority rule, "
                                  "seats of one line together, blocs voting as one.",
                                  futures(report.replicates), provenance.seed),
                      style);
    return text;
}

}  // namespace clout
