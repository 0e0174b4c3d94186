#include "engine/report/text/ladder_text.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

constexpr std::size_t kLabel = 30, kPart = 14;  // [columns] of who speaks, and of its part
constexpr double kTaken = 0.9995;               // a cause that leaves more takes nothing that shows

std::string label_of(const Scenario& scenario, const std::string& fund) {
    for (const auto& each : scenario.funds) {
        if (each.name == fund) return mid_sentence(label_or_name(each.caption, each.name));
    }
    return fund;
}

std::string rung_line(const std::string& label, double part, const std::string& words, const Style& style) {
    std::string lead = "  " + shorten(label, kLabel - 1);
    lead += std::string(kLabel + 2 - display_width(lead), ' ') + one_in(part);
    return paragraph(lead, kLabel + 2 + kPart, words, style);
}

// "commitment ×0.80 and mandate ×0.50".
std::string causes(const LadderRung& rung) {
    std::vector<std::string> taken;
    const auto add = [&](const char* cause, double leaves) {
        if (leaves < kTaken) taken.push_back(fmt::format("{} ×{:.2f}", cause, leaves));
    };
    add("share", rung.share);
    add("commitment", rung.commitment);
    add("cohesion", rung.cohesion);
    add("mandate", rung.mandate);
    add("standing", rung.standing);
    return taken.empty() ? "nothing taken here" : and_list(taken);
}

std::string weighs(const LadderRung& rung) {
    return fmt::format("Weighs {} of its clout ({}).", fine_percent(rung.weighs), causes(rung));
}

std::string tier_text(const LadderRung& rung, const Scenario& scenario, const std::string& sector, bool again,
                      const Style& style) {
    std::string words =
        fmt::format("Whose message: {} of what {} says is that of {}", one_in(rung.here),
                    actor_display_name(scenario, rung.to), actor_display_name(scenario, rung.from));
    if (rung.fidelity < kTaken) words += fmt::format(", fidelity ×{:.2f} included", rung.fidelity);
    words += fmt::format("; all of {} {}. ", sector, fine_percent(rung.sector.mean));
    const std::string label = actor_display_name(scenario, rung.to) + (again ? ", another way" : "");
    return rung_line(label, rung.part.mean, words + weighs(rung), style);
}

std::string seat_text(const LadderRung& rung, const Scenario& scenario, const Style& style) {
    const std::string board =
        rung.boards > 1
            ? fmt::format("{} boards ({})", rung.boards, mid_sentence(kind_display_name(scenario, rung.to)))
            : actor_display_name(scenario, rung.to);
    const std::string words = fmt::format("The seat of {} at {}, on {}: it writes {} of all decisions. ",
                                          actor_display_name(scenario, rung.from), board,
                                          label_of(scenario, rung.fund), fine_percent(rung.here));
    return rung_line("seat: " + actor_display_name(scenario, rung.from), rung.part.mean, words + weighs(rung),
                     style);
}

}  // namespace

std::string ladder_text(const InfluenceReport& report, const Scenario& scenario, const Provenance& provenance,
                        const Style& style) {
    const std::string one = actor_display_name(scenario, report.organisation);
    const std::string sector = mid_sentence(provenance.label(provenance.focus));
    std::string text = bold(
        paragraph("", 0, fmt::format("The ladder of {}: what of its voice reaches the decision", one), style),
        style);
    text += rung_line(one, 1, "Its own opinion, with all its clout.", style);
    for (std::size_t row = 0; row < report.tiers.size(); ++row) {
        const bool again =
            std::any_of(report.tiers.begin(), report.tiers.begin() + static_cast<std::ptrdiff_t>(row),
                        [&](const LadderRung& r) { return r.to.row == report.tiers[row].to.row; });
        text += tier_text(report.tiers[row], scenario, sector, again, style);
    }
    for (const LadderRung& seat : report.seats) text += seat_text(seat, scenario, style);
    std::string funds;
    for (const FundLadder& fund : report.funds) {
        funds += fmt::format("{}{} of {} (all of {} {})", funds.empty() ? "" : ", ", one_in(fund.one.mean),
                             label_of(scenario, fund.fund), sector, fine_percent(fund.sector.mean));
    }
    if (report.seats.empty()) {
        return text + paragraph("  ", 2, "No seat at any board carries its voice.", style);
    }
    return text + rung_line("all seats together", report.ladder.mean,
                            fmt::format("{} of all decisions: its influence. By fund: {}.",
                                        fine_percent(report.ladder.mean), funds),
                            style);
}

}  // namespace clout
