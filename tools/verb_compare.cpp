// clout compare: all arms with the same luck, and what follows from the paired differences.
#include "engine/report/files/csv.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/finding.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/interruption.hpp"
#include "tools/page_request.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace compare_verb {

struct Asked {
    std::string file, focus;
    PageAsked page;
    std::vector<std::string> arms;  // empty = all
};

std::vector<Option> options(Asked& asked) {
    return {scenario_file(asked.file), arms_option(asked.arms), page_option(asked.page),
            redact_option(asked.page), focus_option(asked.focus)};
}

// The page sets the baseline and the first other arm beside each other.
int show_page(const Request& request, const Asked& asked, const Library& library, const ArmChoice& choice,
              const ComparisonStudy& study) {
    for (std::size_t row = 0; row < choice.rows.size(); ++row) {
        if (row != choice.baseline)
            return write_page(request, asked.page, library, study, {row, choice.base(), choice.rows[row]});
    }
    return report_failure(
        {refused_request("a page sets two arms beside each other", "name two with --arms a,b")}, request);
}

StudyFiles files_of(const ComparisonStudy& study) {
    StudyFiles files{{}, study.comparison.base().name, {}};
    for (const ArmOutcome& arm : study.arms) {
        files.arms.push_back(arm.name);
    }
    files.files = {{"finding.txt", comparison_text(study.comparison, study.arms, study.provenance, Style{})},
                   {"measures.csv", measures_csv(study.comparison)},
                   {"replicates.csv", replicates_csv(study.arms)},
                   {"differences.csv", differences_csv(study.comparison)}};
    return files;
}

int compare(const Request& plain, const Asked& asked) {
    const Request request = seen_from(plain, asked.focus);
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto choice = choose_arms(library, asked.arms);
    if (!choice) {
        return report_failure(choice.problems(), request);
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    const auto studied = watched(
        request, [&](const StudyOptions& how) { return study_comparison(library, choice.value(), how); });
    if (!studied) {
        return report_failure(studied.problems(), request);
    }
    const ComparisonStudy& study = studied.value();
    log_study(study, request);
    // A folder's command may come from anybody: played again, it writes nothing but the folder.
    if (!asked.page.page.empty() && request.kept == nullptr) {
        if (const int code = show_page(request, asked, library, choice.value(), study)) return code;
    }
    return hand_over(
        request, library, study.provenance, [&] { return files_of(study); },
        request.json ? comparison_json(study.comparison, study.provenance)
                     : comparison_text(study.comparison, study.arms, study.provenance, style_for(request)));
}

}  // namespace compare_verb

Verb verb_compare() {
    using namespace compare_verb;
    return make_verb<Asked, options, compare>("compare",
                                              "all arms of a scenario with the same luck: the main job",
                                              "one scenario", {.files = true});
}

}  // namespace clout
