// clout robust: in which part of a study's space a finding holds.
#include "engine/report/json/json_sweep.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace robust_verb {

struct Asked {
    std::string store, until, arm;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "STORE", .into = &asked.store, .meaning = "a study's file"},
        {.label = "--until",
         .into = &asked.until,
         .meaning = "what is to hold: share.gp >= 0.3, or difference(share.gp) >= 0.02",
         .value = "CONDITION"},
        {.label = "--arm", .into = &asked.arm, .meaning = "which arm (default: the second)", .value = "ARM"}};
}

int robust(const Request& request, const Asked& asked) {
    const auto condition = asked_condition(asked.until, "--until");
    if (!condition) return report_failure(condition.problems(), request);
    return with_store([&] {
        const auto [store, study] = read_store(asked.store);
        const auto sample = read_sample(study, store, condition.value().figure, asked.arm);
        if (!sample) {
            return report_failure(sample.problems(), request);
        }
        const Robustness found = find_robustness(study, sample.value(), condition.value());
        return print_result(request.json
                                ? robust_json(sample.value(), condition.value(), found)
                                : robust_text(sample.value(), condition.value(), found, style_for(request)));
    });
}

}  // namespace robust_verb

Verb verb_robust() {
    using namespace robust_verb;
    return make_verb<Asked, options, robust>("robust", "in which part of a study's space a finding holds",
                                             "one store", {.plays = false});
}

}  // namespace clout
