// Who wrote the decisions in either arm, and what is left of one voice on its way up.
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/page/voice_charts.hpp"
#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

const Author* author_of(const InfluenceReport& report, const std::string& name) {
    for (const Author& author : report.sectors) {
        if (author.name == name) return &author;
    }
    return nullptr;
}

Chart authors_of(const ReportContent& content) {
    const Provenance& provenance = content.study->provenance;
    const Comparison& comparison = content.study->comparison;
    PairedDots dots{"authors",
                    {},
                    "Who wrote the decisions of the last round (what is missing to 100 % is what stood "
                    "before), and who could "
                    "have changed them: what a sector's seats, one at a time, move to it by the rule at "
                    "hand; who delivers "
                    "nothing can move nothing to itself",
                    comparison.base().label,
                    comparison.arms[content.arm].label,
                    {{"Wrote the decisions", {}}, {"Could have changed", {}}}};
    double before = 0, after = 0;
    for (const auto& [name, label] : provenance.sector_labels) {
        const Author *base = author_of(*content.base_influence, name),
                     *arm = author_of(*content.arm_influence, name);
        if (!base || !arm) continue;
        dots.panels[0].rows.push_back({label, base->part.mean, arm->part.mean});
        dots.panels[1].rows.push_back({label, base->leverage.mean, arm->leverage.mean});
        if (name == provenance.focus) before = base->part.mean, after = arm->part.mean;
    }
    dots.title =
        fmt::format("{} wrote {} of the decisions; with \"{}\" {}", provenance.label(provenance.focus),
                    level(before, Manner::part, 1), dots.arm, level(after, Manner::part, 1));
    return paired_dots(dots);
}

// Votes, influence, leverage and money of each sector, in both arms.
std::vector<std::vector<std::string>> powers_of(const ReportContent& content) {
    const Provenance& provenance = content.study->provenance;
    std::vector<std::vector<std::string>> rows{
        {"Sector", "Arm", "Votes", "Wrote the decisions", "Leverage", "Contested money"}};
    const std::pair<std::string, const InfluenceReport*> arms[] = {
        {content.study->comparison.base().label, content.base_influence},
        {content.study->comparison.arms[content.arm].label, content.arm_influence}};
    for (const auto& [name, label] : provenance.sector_labels) {
        for (const auto& [arm, report] : arms) {
            const Author* author = author_of(*report, name);
            if (!author) continue;
            rows.push_back({label, arm, fine_percent(author->votes), fine_percent(author->part.mean),
                            change(author->leverage.mean, Manner::part, 2),
                            fine_percent(author->money.mean)});
        }
    }
    return rows;
}

std::string losses_of(const LadderRung& rung) {
    std::string words;
    const auto add = [&](const char* cause, double left) {
        if (left < 0.995)
            words += fmt::format("{}{} leaves {:.0f} %", words.empty() ? "" : ", ", cause, 100 * left);
    };
    add("share", rung.share);
    add("commitment", rung.commitment);
    add("cohesion", rung.cohesion);
    add("mandate", rung.mandate);
    add("standing", rung.standing);
    return words;
}

bool same(const Actor& one, const Actor& other) {
    return one.of_bodies == other.of_bodies && one.row == other.row;
}

// One way up: the organisation's first body, then each body's first body above it; and what is in its own
// words of what was decided.
std::vector<Tier> tiers_of(const InfluenceReport& report, const ReportContent& content, std::size_t row) {
    const Scenario& scenario = content.library->arms[row].scenario;
    std::vector<Tier> tiers;
    Actor at = report.organisation;
    for (const LadderRung& rung : report.tiers) {
        if (!same(rung.from, at)) continue;
        at = rung.to;
        const double by_this_way = (tiers.empty() ? 1 : tiers.back().left) * rung.share * rung.commitment *
                                   rung.cohesion * rung.mandate * rung.standing;
        std::string losses = losses_of(rung);
        // Figures are means over futures, so that a product of means falls short of them by some per cent
        // anyway.
        if (rung.weighs > 1.25 * by_this_way)
            losses += (losses.empty() ? "" : "; ") + std::string("more comes by other ways");
        const std::string label =
            content.redacted ? scenario.bodies[at.kind].name : actor_display_name(scenario, at);
        tiers.push_back({label, rung.weighs, std::move(losses)});
    }
    if (report.ladder.mean > 0) tiers.push_back({"The decisions, in its own words", report.ladder.mean, ""});
    return tiers;
}

}  // namespace

void tell_decision(const ReportContent& content, HtmlPage& page) {
    if (content.base_influence == nullptr || content.arm_influence == nullptr) return;
    page.section("Who wrote the decision");
    page.chart(authors_of(content));
    page.table(powers_of(content), "Votes, influence, leverage and money in the last round");
    const Comparison& comparison = content.study->comparison;
    Staircase stairs{"voice",
                     {},
                     {},
                     comparison.base().label,
                     comparison.arms[content.arm].label,
                     tiers_of(*content.base_influence, content, content.base_row),
                     tiers_of(*content.arm_influence, content, content.arm_row)};
    stairs.who = "one organisation of " +
                 mid_sentence(content.study->provenance.label(content.study->provenance.focus));
    if (stairs.steps.empty() && stairs.arm_steps.empty()) return;
    stairs.title = fmt::format("The voice of {} writes {} of the decision; with \"{}\" {}", stairs.who,
                               one_in(content.base_influence->ladder.mean), stairs.arm,
                               one_in(content.arm_influence->ladder.mean));
    page.chart(staircase(stairs));
    page.paragraph(
        "A step is what the voice weighs once it is through a body; the last is the part of the decisions "
        "that is in its own "
        "words. Steps differ in height by powers of ten.",
        "small");
}

}  // namespace clout
