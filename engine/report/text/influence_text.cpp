#include "engine/report/text/influence_text.hpp"

#include "engine/report/text/figures.hpp"
#include "engine/report/text/ladder_text.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

std::string with_error(double part, double se) {
    return se > 0 ? fine_percent(part) + " ±" + fine_percent(2 * se) : fine_percent(part);
}

std::string range(const Summary& s) { return fine_percent(s.p05) + " to " + fine_percent(s.p95); }

// Points of a share with two decimals: "+0.31".
std::string points(double part) { return change(100 * part, Manner::number, 2); }

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
                     {"Leverage"},
                     {"Contested money"}});
    for (const Author& author : report.sectors) {
        const bool leaning = author.name == "leaning";
        const std::string label = leaning ? "Nobody: what bodies lean to" : provenance.label(author.name);
        table.add({label, leaning ? "" : fine_percent(author.votes), fine_percent(author.part.mean),
                   range(author.part),
                   leaning                       ? ""
                   : author.leverage.futures > 0 ? points(author.leverage.mean)
                                                 : "–",
                   leaning ? "" : fine_percent(author.money.mean)});
    }
    return table.text(style);
}

std::string kinds_text(const InfluenceReport& report, const Scenario& scenario, const Style& style) {
    TextTable table({{"By kind of organisation", Align::left}, {"Influence"}, {"P5 to P95"}});
    for (const Author& author : report.kinds) {
        if (author.name != "leaning" && author.part.mean > 0) {
            table.add({kind_label(scenario.organisations, author.name), fine_percent(author.part.mean),
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
            most +=
                fmt::format("{}{} {}", most.empty() ? "" : ", ", author.name, fine_percent(author.part.mean));
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

std::string votes_text(const BoardPower& board, const Scenario& scenario, const Style& style) {
    const std::string fund = mid_sentence(kind_label(scenario.funds, board.fund));
    bool drawn = false;
    TextTable table({{fmt::format("Votes of {} on {}", board.board, fund), Align::left},
                     {"Seats"},
                     {"Votes"},
                     {"Shapley–Shubik"},
                     {"Banzhaf"},
                     {"Weight"},
                     {"Leverage"}});
    for (const SeatPower& seat : board.seats) {
        const std::string label = kind_label(scenario.bodies, kind_label(scenario.organisations, seat.name));
        const VotingPower& power = seat.power;
        drawn = drawn || power.shapley_shubik_se > 0;
        table.add({label, fmt::format("{}", seat.seats), fine_percent(seat.votes),
                   board.counted ? with_error(power.shapley_shubik, power.shapley_shubik_se) : "–",
                   board.counted ? with_error(power.banzhaf, power.banzhaf_se) : "–",
                   fine_percent(seat.weight.mean),
                   seat.each.by_sector.empty() ? "–" : fine_percent(seat.each.moved.mean)});
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

constexpr const char* kLeverage =
    "Leverage is what would be different without a seat, under the protocol at hand: at a board the part of "
    "its money that would go elsewhere if one seat of the line did not sit; of a sector the points of the "
    "contested money that its seats, one at a time, move to it, summed.";
constexpr const char* kNoLeverage =
    "Leverage is not taken where hundreds of seats are at one board: every one would be another decision.";

}  // namespace

std::string influence_text(const InfluenceReport& report, const Scenario& scenario,
                           const Provenance& provenance, const std::string& arm, const Style& style) {
    std::string text =
        bold(fmt::format("{}: who writes the decision, arm \"{}\"", titled(provenance), arm), style) + "\n\n";
    text += authors_text(report, provenance, style) + "\n" + kinds_text(report, scenario, style) + "\n";
    text += organisations_text(report, style) + "\n";
    text += ladder_text(report, scenario, provenance, style) + "\n";
    for (const BoardPower& board : report.boards) text += votes_text(board, scenario, style) + "\n";
    const bool with_leverage = !report.sectors.empty() && report.sectors.front().leverage.futures > 0;
    text += paragraph(
        "", 0,
        fmt::format("Last round of {}, seed {}; compare has the mean over the last year's "
                    "rounds. Influence is the exact decomposition of the "
                    "weighted mean that the seats bring to the "
                    "table, whatever the protocol then makes of it; votes of a body count for "
                    "those whose opinion it carries. Weight is "
                    "what seats count for at the board; the two indices are what their votes "
                    "alone would be worth under majority rule, "
                    "seats of one line together, blocs voting as one. {}",
                    futures(report.replicates), provenance.seed, with_leverage ? kLeverage : kNoLeverage),
        style);
    return text;
}

}  // namespace clout
