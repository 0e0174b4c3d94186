// clout influence: who wrote the decision, the voice ladder, and what the seats' votes are worth.
#include "engine/report/json/json.hpp"
#include "engine/report/text/influence_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/influence_study.hpp"
#include "engine/study/playing.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace influence_verb {

struct Asked {
    std::string file, arm;
};

std::vector<Option> options(Asked& asked) { return {scenario_file(asked.file), arm_option(asked.arm)}; }

int influence(const Request& request, const Asked& asked) {
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto row = find_arm(library, asked.arm);
    if (!row) {
        return report_failure(row.problems(), request);
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    // Text names those that wrote most, JSON everybody.
    const bool in_full = request.json || !request.out.empty();
    const Interruption interruption;
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_influence(library, row.value(),
                               in_full ? kEveryOrganisation : InfluenceOptions{}.organisations, how);
    });
    if (!studied) {
        return report_failure(studied.problems(), request);
    }
    const InfluenceStudy& study = studied.value();
    const ArmScenario arm = arm_of(library, row.value());
    const std::string json = in_full ? influence_json(study.report, study.provenance, arm.name) : "";
    const auto text = [&](const Style& style) {
        return influence_text(study.report, *arm.scenario, study.provenance, arm.label, style);
    };
    const auto files = [&] {
        return StudyFiles{{arm.name}, arm.name, {{"influence.json", json}, {"influence.txt", text(Style{})}}};
    };
    return hand_over(request, library, study.provenance, files,
                     request.json ? json : text(style_for(request)));
}

}  // namespace influence_verb

Verb verb_influence() {
    using namespace influence_verb;
    return make_verb<Asked, options, influence>(
        "influence", "who wrote the decision, and how much of a voice reaches the board", "one scenario",
        {.files = true});
}

}  // namespace clout
