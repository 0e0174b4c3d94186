// clout theories: the same comparison under every theory of bargaining.
#include "engine/report/files/csv.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/theories_study.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace theories_verb {

struct Asked {
    std::string file;
    std::vector<std::string> arms, protocols;  // empty = all, the whole shelf
    std::string recalibrate;                   // a sector; empty = none
};

std::vector<Option> options(Asked& asked) {
    return {
        scenario_file(asked.file),
        arms_option(asked.arms),
        {.label = "--protocols",
         .into = &asked.protocols,
         .meaning = "these theories only (default: all on the shelf)",
         .value = "P,Q",
         .list = true},
        {.label = "--recalibrate",
         .into = &asked.recalibrate,
         .meaning = "also with this sector's position found again under each theory, for the same first year",
         .value = "SECTOR"}};
}

int tell(const TheoriesStudy& study, const Library& library, const Request& request) {
    const Theories& found = study.found;
    const std::string json = theories_json(study);
    const auto files = [&] {
        StudyFiles made{{}, found.arms[found.baseline].first, {}};
        for (const auto& [name, label] : found.arms) {
            made.arms.push_back(name);
        }
        made.files = {{"theories.txt", theories_text(study, Style{})},
                      {"theories.json", json},
                      {"theories.csv", theories_csv(found)}};
        if (study.recalibrated)
            made.files.emplace_back("recalibrated.csv", theories_csv(study.recalibrated->found));
        return made;
    };
    return hand_over(request, library, study.provenance, files,
                     request.json ? json : theories_text(study, style_for(request)));
}

int theories(const Request& request, const Asked& asked) {
    const auto protocols = choose_protocols(asked.protocols);
    if (!protocols) {
        return report_failure(protocols.problems(), request);
    }
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
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_theories(library, choice.value(), protocols.value(), how, asked.recalibrate);
    });
    return studied ? tell(studied.value(), library, request) : report_failure(studied.problems(), request);
}

}  // namespace theories_verb

Verb verb_theories() {
    using namespace theories_verb;
    return make_verb<Asked, options, theories>(
        "theories", "the same comparison under every theory of bargaining: does the finding survive?",
        "one scenario", {.files = true});
}

}  // namespace clout
