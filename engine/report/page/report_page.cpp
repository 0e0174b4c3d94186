#include "engine/report/page/report_page.hpp"

#include "engine/report/page/html_page.hpp"
#include "engine/report/text/arm_finding.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/scenario_differences.hpp"
#include "engine/system/system.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace clout {
namespace {

const char* word_of(Basis basis) {
    switch (basis) {
        case Basis::observed: return "[observed]";
        case Basis::calibrated: return "[calibrated]";
        case Basis::illustrative: return "[illustrative]";
        default: return "not stated";
    }
}

std::string words_of(const Number& number) {
    const Number& start = number.at(0);
    std::string words = start.uncertain()
                            ? fmt::format("{:.4g} to {:.4g}", start.quantile(0.05), start.quantile(0.95))
                            : fmt::format("{}", start.parameters[0]);
    return number.dated() ? words + ", and other from later years on" : words;
}

// Those of the baseline, each with that of the other arm behind it where it differs; then what that arm alone
// has.
std::vector<std::vector<std::string>> assumed(const ReportContent& content) {
    const Comparison& comparison = content.study->comparison;
    const auto stated = [&](std::size_t arm) {
        std::vector<const Number*> numbers;
        std::set<std::string> met;
        for (const Number& number : content.study->played->systems[arm].numbers) {
            if (!number.path.empty() && number.basis != Basis::standard && met.insert(number.path).second)
                numbers.push_back(&number);
        }
        return numbers;
    };
    const std::vector<const Number*> base = stated(comparison.baseline), arm = stated(content.arm);
    std::vector<std::vector<std::string>> rows{{"Number", "Value", "Basis", "Source"}};
    const auto add = [&](const Number& number, bool of_arm) {
        const std::string where = fmt::format(", with \"{}\"", comparison.arms[content.arm].label);
        rows.push_back(
            {number.path + (of_arm ? where : ""), words_of(number), word_of(number.basis), number.source});
    };
    std::map<std::string, const Number*> others;
    for (const Number* number : arm) others.emplace(number->path, number);
    for (const Number* number : base) {
        add(*number, false);
        const auto other = others.find(number->path);
        if (other == others.end()) continue;
        if (words_of(*other->second) != words_of(*number)) add(*other->second, true);
        others.erase(other);
    }
    for (const Number* number : arm) {
        if (others.contains(number->path)) add(*number, true);
    }
    return rows;
}

// Whether organisations of some kind differ in size by luck.
bool sizes_are_drawn(const System& system) {
    return std::any_of(
        system.organisation_kinds.begin(), system.organisation_kinds.end(),
        [&](const OrganisationKindPlan& kind) { return !system.constant_zero(kind.income_spread); });
}

// Names of single organisations and bodies that a scenario gives: those of rosters, and those in lists of
// members.
void add_names(const Scenario& scenario, std::set<std::string>& names) {
    for (const OrganisationKind& kind : scenario.organisations)
        for (const RosterRow& row : kind.roster) names.insert(row.name);
    for (const BodyKind& body : scenario.bodies) {
        for (const Member& member : body.members) {
            names.insert(member.chosen.except.begin(), member.chosen.except.end());
            names.insert(member.chosen.only.begin(), member.chosen.only.end());
        }
    }
}

bool in_a_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '@';
}

// The text with every name, where it stands as a word, left out.
std::string without_names(std::string text, const std::set<std::string>& names) {
    constexpr std::string_view kInstead = "(a name)";
    for (const std::string& name : names) {
        for (std::size_t at = 0; !name.empty() && (at = text.find(name, at)) != std::string::npos;) {
            const std::size_t end = at + name.size();
            const bool word =
                (at == 0 || !in_a_word(text[at - 1])) && (end == text.size() || !in_a_word(text[end]));
            if (word) text.replace(at, name.size(), kInstead);
            at += word ? kInstead.size() : 1;
        }
    }
    return text;
}

void tell_sources(const ReportContent& content, HtmlPage& page) {
    const Scenario& scenario = content.library->arms[content.base_row].scenario;
    if (scenario.sources.empty()) return;
    std::vector<std::vector<std::string>> rows{{"Source", "What it is"}};
    std::set<std::string> names;
    if (content.redacted) add_names(scenario, names);
    for (const auto& [key, what] : scenario.sources) rows.push_back({key, without_names(what, names)});
    page.table(rows, "Sources");
}

}  // namespace

void tell_differences(const ReportContent& content, HtmlPage& page) {
    page.section("Every difference between the two");
    const auto found =
        differences_between_arms(*content.library, content.base_row, *content.library, content.arm_row);
    std::set<std::string> names;
    if (content.redacted) {
        for (const std::size_t row : {content.base_row, content.arm_row})
            add_names(content.library->arms[row].scenario, names);
    }
    for (const auto& [heading, lines] : found.sections) {
        if (!heading.empty()) page.paragraph(heading);
        std::vector<std::string> told;
        for (const std::string& line : lines) told.push_back(without_names(line, names));
        page.list(told);
    }
}

void tell_assumptions(const ReportContent& content, HtmlPage& page) {
    const Provenance& provenance = content.study->provenance;
    page.section("What was assumed");
    page.paragraph(
        "Observed: somebody counted it. Calibrated: set so that something observed comes out. Illustrative: "
        "a guess that others may replace. Numbers that are drawn are drawn anew in every future, the same in "
        "both arms.");
    page.paragraph(
        "Where two values stand, nine futures in ten lie between them. A source's short name is spelled out "
        "below.");
    if (sizes_are_drawn(content.study->played->systems[content.study->comparison.baseline])) {
        page.paragraph(
            "An income is the median of its kind; where there is an income_spread, their mean is "
            "exp(income_spread² "
            "/ 2) times as much.");
    }
    page.table(assumed(content), "Numbers that the scenario states");
    tell_sources(content, page);
    page.section("How to play it again");
    page.paragraph(fmt::format("clout {}, results {}, seed {}, {} futures, scenario {}{}.", version(),
                               results(), provenance.seed, provenance.finished, provenance.file,
                               provenance.as_at.empty() ? "" : ", figures as at " + provenance.as_at));
    page.folded("The command", content.command);
    if (content.redacted) {
        page.paragraph(
            "The scenario itself and the names of single organisations are left out of this page.");
    } else {
        page.folded("The whole scenario", content.library->merged);
    }
}

std::string report_page(ReportContent content) {
    const ComparisonStudy& study = *content.study;
    const ArmComparison& arm = study.comparison.arms[content.arm];
    content.found = headline(study.comparison, study.arms, content.arm, study.provenance.focus);
    HtmlPage page(study.provenance.title, content.found && study.provenance.stochastic
                                              ? headline_sentence(*content.found, arm, study.provenance)
                                              : fmt::format("\"{}\" beside \"{}\": nothing can be found",
                                                            arm.label, study.comparison.base().label));
    tell_finding(content, page);
    tell_futures(content, page);
    tell_decision(content, page);
    tell_map(content, page);
    tell_causes(content, page);
    tell_minutes(content, page);
    tell_differences(content, page);
    tell_assumptions(content, page);
    return page.html();
}

}  // namespace clout
