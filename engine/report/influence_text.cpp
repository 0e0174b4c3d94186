#include "engine/report/influence_text.hpp"

#include "engine/report/figures.hpp"
#include "engine/report/words.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

std::string percent(double part) { return fmt::format("{:.{}f} %", 100 * part, part < 0.0995 && part > 0 ? (part < 0.000995 ? 4 : 2) : 1); }

std::string range(const Summary& s) { return percent(s.p05) + " to " + percent(s.p95); }

template <class Kinds>
std::string kind_label(const Kinds& kinds, const std::string& name) {
    for (const auto& kind : kinds) {
        if (kind.name == name && !kind.caption.label.empty()) return kind.caption.label;
    }
    return name;
}

std::string authors_text(const InfluenceReport& report, const Imprint& imprint, const Style& style) {
    TextTable table({{"Who wrote the decisions", Align::left}, {"Mean part"}, {"Range (P5 to P95)"}});
    for (const Author& author : report.sectors) {
        const std::string label = author.name == "leaning" ? "Nobody asked: what bodies lean to" : imprint.label(author.name);
        table.add({label, percent(author.part.mean), range(author.part)});
    }
    return table.text(style);
}

std::string kinds_text(const InfluenceReport& report, const Scenario& scenario, const Style& style) {
    TextTable table({{"By kind of organisation", Align::left}, {"Mean part"}, {"Range (P5 to P95)"}});
    for (const Author& author : report.kinds) {
        if (author.name != "leaning") {
            table.add({kind_label(scenario.organisations, author.name), percent(author.part.mean), range(author.part)});
        }
    }
    return table.text(style);
}

std::string ladder_text(const InfluenceReport& report, const Scenario& scenario, const Imprint& imprint, const Style& style) {
    TextTable table({{"Step", Align::left}, {report.organisation + " wrote"}, {imprint.label(imprint.focus) + " wrote"}});
    table.add({"its own opinion", percent(1), ""});
    for (const LadderStep& step : report.ladder) {
        const std::string name = step.decision ? "decision on " + mid_sentence(kind_label(scenario.funds, step.name))
                                               : "what " + step.name + " says";
        table.add({name, percent(step.one.mean), percent(step.sector.mean)});
    }
    return table.text(style);
}

std::string votes_text(const BoardPower& board, const Scenario& scenario, const Style& style) {
    TextTable table({{fmt::format("Votes on {} ({})", mid_sentence(kind_label(scenario.funds, board.fund)), board.board), Align::left},
                     {"Seats"}, {"Votes"}, {"Shapley–Shubik"}, {"Banzhaf"}, {"Weight"}});
    for (const SeatPower& seat : board.seats) {
        const std::string label = kind_label(scenario.bodies, kind_label(scenario.organisations, seat.name));
        table.add({label, fmt::format("{}", seat.seats), percent(seat.votes), percent(seat.power.shapley_shubik),
                   percent(seat.power.banzhaf), percent(seat.weight.mean)});
    }
    return table.text(style);
}

}  // namespace

std::string influence_text(const InfluenceReport& report, const Scenario& scenario, const Imprint& imprint,
                           const std::string& arm, const Style& style) {
    std::string text = bold(fmt::format("{}: who writes the decision, arm {}", imprint.title, arm), style) + "\n\n";
    text += authors_text(report, imprint, style) + "\n" + kinds_text(report, scenario, style) + "\n";
    text += ladder_text(report, scenario, imprint, style) + "\n";
    for (const BoardPower& board : report.boards) text += votes_text(board, scenario, style) + "\n";
    text += paragraph("", 0, fmt::format(
        "Last round of {}, seed {}. A part is the exact decomposition of the weighted mean that the seats bring to the "
        "table, whatever the protocol then makes of it. Weight is what a seat counts for there; the two indices are what "
        "its votes alone would be worth under majority rule, seats of one line together, blocs voting as one.",
        futures(report.replicates), imprint.seed), style);
    return text;
}

}  // namespace clout
