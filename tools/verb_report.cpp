// clout report: what a comparison found, as a page of one file that opens from disk.
#include "engine/report/files/folder.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/influence_study.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <algorithm>

namespace clout {
namespace {

struct Asked {
    std::string file, page;
    std::vector<std::string> arms;  // empty = the baseline and the first other
    bool redact = false;
};

std::vector<Option> options(Asked& asked) {
    return {scenario_file(asked.file),
            arms_option(asked.arms),
            {.label = "--page", .into = &asked.page, .meaning = "the HTML file to write", .value = "FILE"},
            {.label = "--redact",
             .into = &asked.redact,
             .meaning = "leave out the scenario and the names of single organisations and bodies"}};
}

// The two arms that a page sets beside each other, the baseline first.
Result<ArmChoice> choose_pair(const Library& library, const std::vector<std::string>& names) {
    auto choice = choose_arms(library, names);
    if (!choice) return choice;
    ArmChoice pair = choice.value();
    const std::size_t base = pair.base();
    pair.rows.erase(std::remove(pair.rows.begin(), pair.rows.end(), base), pair.rows.end());
    if (pair.rows.empty() || (!names.empty() && pair.rows.size() > 1)) {
        Problem problem;
        problem.fault = Fault::request;
        problem.message = "a page sets two arms beside each other";
        problem.hint = pair.rows.empty() ? "the scenario needs a second arm" : "name two with --arms a,b";
        return std::vector{problem};
    }
    pair.rows = {base, pair.rows.front()};
    pair.baseline = 0;
    return pair;
}

int report(const Request& request, const Asked& asked) {
    if (asked.page.empty()) {
        write_error("clout: report: where should the page go? Name it: --page out.html\n");
        return kUsage;
    }
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) return *code;
    const Library& library = std::get<Library>(read);
    const auto pair = choose_pair(library, asked.arms);
    if (!pair) return report_failure(pair.problems(), request);
    const Interruption interruption;
    const auto studied = watched(
        request, [&](const StudyOptions& how) { return study_comparison(library, pair.value(), how); });
    if (!studied) return report_failure(studied.problems(), request);
    ReportContent content{&library, &studied.value(), 1, pair.value().rows[0], pair.value().rows[1]};
    std::vector<InfluenceStudy> influences;
    for (const std::size_t row : pair.value().rows) {
        auto influence =
            watched(request, [&](const StudyOptions& how) { return study_influence(library, row, 0, how); });
        if (!influence) return report_failure(influence.problems(), request);
        influences.push_back(std::move(influence).value());
    }
    content.base_influence = &influences[0].report;
    content.arm_influence = &influences[1].report;
    content.command = request.command;
    content.redacted = asked.redact;
    write_file(asked.page, report_page(content));
    return print_results(studied.value().provenance, "The page is in " + asked.page + "\n");
}

}  // namespace

Verb verb_report() {
    return make_verb<Asked, options, report>("report",
                                             "what a comparison found, as one HTML file that opens from disk",
                                             "one scenario", Verb::Makes::text);
}

}  // namespace clout
