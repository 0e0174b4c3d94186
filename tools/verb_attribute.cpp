// clout attribute: what each lever does to the difference between two arms.
#include "engine/report/files/csv.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/attribution_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/attribution_study.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace attribute_verb {

struct Asked {
    std::string file, from, to, measure;
};

std::vector<Option> options(Asked& asked) {
    return {scenario_file(asked.file),
            {.label = "--from",
             .into = &asked.from,
             .meaning = "the arm to start from (default: the baseline)",
             .value = "ARM"},
            {.label = "--to",
             .into = &asked.to,
             .meaning = "the arm to end at (default: the first other)",
             .value = "ARM"},
            {.label = "--measure",
             .into = &asked.measure,
             .meaning = "what is divided, as in share.gp (default: the focus sector's £ a patient, else £m)",
             .value = "M"}};
}

int tell(const AttributionStudy& study, const Library& library, const Request& request) {
    const Attribution& found = study.found;
    const bool about_all_money = study.about_all_money;
    const Provenance& provenance = study.provenance;
    const std::string json = attribution_json(found, provenance);
    const auto text = [&](const Style& style) {
        return attribution_text(found, about_all_money, provenance, style);
    };
    const auto files = [&] {
        return StudyFiles{{found.from, found.to},
                          found.from,
                          {{"attribution.txt", text(Style{})},
                           {"attribution.json", json},
                           {"attribution.csv", attribution_csv(found)}}};
    };
    return hand_over(request, library, provenance, files, request.json ? json : text(style_for(request)));
}

int attribute(const Request& request, const Asked& asked) {
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto ends = choose_ends(library, asked.from, asked.to);
    if (!ends) {
        return report_failure(ends.problems(), request);
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_attribution(library, ends.value(), asked.measure, how);
    });
    return studied ? tell(studied.value(), library, request) : report_failure(studied.problems(), request);
}

}  // namespace attribute_verb

Verb verb_attribute() {
    using namespace attribute_verb;
    return make_verb<Asked, options, attribute>(
        "attribute", "what each lever does to the difference between two arms (Shapley values)",
        "one scenario", {.files = true});
}

}  // namespace clout
