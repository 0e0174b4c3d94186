#include "engine/report/text/negotiation.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/run/watch/trace.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace clout {
namespace {

constexpr std::size_t kRoundIndent = 10;  // [columns] of the words that lead a round's lines
constexpr std::size_t kSeats = 6;         // the weightiest seats of a board that are named

// "Acute trusts 61 %, General practice 14 %": largest first, parts that round to nothing left out.
template <class Label>
std::string ranking(const std::vector<double>& parts, std::size_t most, const Label& label) {
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return parts[a] > parts[b]; });
    std::string text;
    std::size_t named = 0;
    for (const std::size_t row : order) {
        if (parts[row] < 0.0005) {
            continue;
        }
        if (named++ == most) {
            return text + fmt::format(" and {} more", parts.size() - most);
        }
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : ", ", label(row), level(parts[row], Manner::part, 1));
    }
    return text;
}

std::string board_text(const BoardTrace& board, const Scenario& scenario, const Style& style) {
    const Fund& fund = scenario.funds[board.fund.row()];
    const std::string where = board.place.exists() ? " in " + scenario.places[board.place.row()] : "";
    std::vector<double> weights;
    for (const auto& seat : board.seats) {
        weights.push_back(seat.weight);
    }
    std::string seats = ranking(weights, kSeats, [&](std::size_t row) { return board.seats[row].name; });
    std::string text = paragraph("", 2,
                                 fmt::format("{}{}: {} (disagreement {:.3f}, goodwill {:.2f})",
                                             label_or_name(fund.caption, fund.name), where,
                                             board.seats.empty() ? "nobody sat"
                                             : board.agreed      ? "agreed"
                                                                 : "no agreement",
                                             board.dispersion, board.goodwill),
                                 style);
    if (!seats.empty()) {
        text += paragraph("    weight", kRoundIndent + 1, seats, style);
    }
    return text + paragraph("    split", kRoundIndent + 1,
                            ranking(board.split, board.split.size(),
                                    [&](std::size_t row) {
                                        const auto& programme = scenario.programmes[row];
                                        return label_or_name(programme.caption, programme.name);
                                    }),
                            style);
}

std::string sector_label(const Scenario& scenario, std::size_t row) {
    return label_or_name(scenario.sectors[row].caption, scenario.sectors[row].name);
}

std::string round_text(const RoundTrace& round, const Scenario& scenario, const Style& style) {
    std::string text = bold(fmt::format("Year {:.2f}", round.year), style) + "\n";
    for (const auto& board : round.boards) {
        text += board_text(board, scenario, style);
    }
    text +=
        paragraph("", 2,
                  "contested money: " + ranking(round.share, round.share.size(),
                                                [&](std::size_t row) { return sector_label(scenario, row); }),
                  style);
    const std::size_t focus = scenario.focus.row();
    text += paragraph("", 2,
                      fmt::format("{}: {} a year contested, {} from all funds, takes up {} of what is newly "
                                  "allotted; {} a year lapsed, {} unspent",
                                  mid_sentence(sector_label(scenario, focus)),
                                  level(round.decided[focus], Manner::million_pounds, 3),
                                  level(round.received[focus], Manner::million_pounds, 2),
                                  level(round.uptake[focus], Manner::part, 1),
                                  level(round.lapsed, Manner::million_pounds, 3),
                                  level(round.unspent, Manner::million_pounds, 3)),
                      style);
    for (const SectorId sector : round.imposed) {
        text += paragraph(
            "", 2, fmt::format("the board imposes on {}", mid_sentence(sector_label(scenario, sector.row()))),
            style);
    }
    return text + paragraph("", 2,
                            fmt::format("{} organisations independent, {} taken over, {} closed",
                                        grouped(round.independent), grouped(round.taken_over),
                                        grouped(round.closed)),
                            style);
}

std::string influence_text(const Trace& trace, const Scenario& scenario, const Style& style) {
    std::string text;
    for (std::size_t fund = 0; fund < trace.influence.size(); ++fund) {
        if (!trace.influence[fund].empty()) {
            const auto& parts = trace.influence[fund];
            text += paragraph("", 2,
                              label_or_name(scenario.funds[fund].caption, scenario.funds[fund].name) + ": " +
                                  ranking(parts, parts.size(),
                                          [&](std::size_t row) {
                                              return row < scenario.sectors.size()
                                                         ? sector_label(scenario, row)
                                                         : std::string("what stood before (leanings)");
                                          }),
                              style);
        }
    }
    return text.empty() ? text : bold("Who wrote the last decision", style) + "\n" + text;
}

}  // namespace

std::string future_heading(const Provenance& provenance, const std::string& arm_label,
                           std::optional<std::uint64_t> replicate, const Style& style) {
    std::string text = bold(paragraph("", 0, titled(provenance), style), style);
    const std::string which = replicate ? fmt::format("Replicate {}, one future of many", grouped(*replicate))
                                        : std::string("The median path");
    text += paragraph(
        "", 0,
        fmt::format("{}, under \"{}\"; seed {}; {}", which, arm_label, provenance.seed, provenance.file),
        style);
    text +=
        paragraph("", 0,
                  replicate ? "For following what happens; a single future is no finding."
                            : "For checking and teaching: without chance nobody disagrees by accident. It is "
                              "no central estimate and no finding.",
                  style) +
        "\n";
    return text;
}

std::string negotiation_text(const Trace& trace, const Scenario& scenario, const Provenance& provenance,
                             const std::string& arm_label, std::optional<std::uint64_t> replicate,
                             const Style& style) {
    std::string text = future_heading(provenance, arm_label, replicate, style);
    for (const auto& round : trace.rounds) {
        text += round_text(round, scenario, style) + "\n";
    }
    return text + influence_text(trace, scenario, style);
}

}  // namespace clout
