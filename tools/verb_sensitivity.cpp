// clout sensitivity: which numbers a study's figure hangs on, by the estimators of its design.
#include "engine/report/json/json_sweep.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace sensitivity_verb {

struct Asked {
    std::string store, figure, arm;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "STORE", .into = &asked.store, .meaning = "a study's file"},
        {.label = "--of",
         .into = &asked.figure,
         .meaning = "a measure, as in share.gp, or difference(share.gp) from the baseline (default: the "
                    "difference that findings lead with)",
         .value = "FIGURE"},
        {.label = "--arm", .into = &asked.arm, .meaning = "which arm (default: the second)", .value = "ARM"}};
}

int sensitivity(const Request& request, const Asked& asked) {
    std::optional<Figure> figure;
    if (!asked.figure.empty()) {
        figure = to_figure(asked.figure);
        if (!figure) {
            return report_failure(
                {refused_request("'" + asked.figure + "' is no figure",
                                 "expected a measure, as in share.gp, or difference(share.gp)")},
                request);
        }
    }
    return with_store([&] {
        const auto [store, study] = read_store(asked.store);
        const auto sample = read_sample(study, store, figure, asked.arm);
        if (!sample) {
            return report_failure(sample.problems(), request);
        }
        const Sensitivity found = find_sensitivity(sample.value(), study.design.order());
        return print_result(request.json
                                ? sensitivity_json(study, sample.value(), found)
                                : sensitivity_text(study, sample.value(), found, style_for(request)));
    });
}

}  // namespace sensitivity_verb

Verb verb_sensitivity() {
    using namespace sensitivity_verb;
    return make_verb<Asked, options, sensitivity>("sensitivity", "which numbers a study's figure hangs on",
                                                  "one store", {.plays = false});
}

}  // namespace clout
