// clout drivers: which uncertain numbers the spread of a figure hangs on.
#include "engine/report/json/json_drivers.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/drivers_study.hpp"
#include "engine/study/figure_choice.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace {

struct Asked {
    std::string file;
    FigureAsked figure;
    bool quick = false;
};

std::vector<Option> options(Asked& asked) {
    return {
        scenario_file(asked.file),
        {.label = "--of",
         .into = &asked.figure.figure,
         .meaning = "what is explained: a measure, as in share.gp, or difference(share.gp) between two arms "
                    "(default: the difference of the focus sector's £ a patient, else £m)",
         .value = "FIGURE"},
        {.label = "--from",
         .into = &asked.figure.from,
         .meaning = "the arm that is held against (default: the baseline)",
         .value = "ARM"},
        {.label = "--to",
         .into = &asked.figure.to,
         .meaning = "the arm it is about (default: the first other)",
         .value = "ARM"},
        {.label = "--quick",
         .into = &asked.quick,
         .meaning = "no further runs: neither what is chance nor what numbers do together"}};
}

int tell(const DriversStudy& study, const Library& library, const Request& request) {
    const auto& [found, from, to, provenance] = study;
    const std::string json = drivers_json(found, provenance, from.name, to.name);
    const auto text = [&](const Style& style) {
        return drivers_text(found, {from.label, to.label}, provenance, style);
    };
    if (!request.out.empty()) {
        std::vector<std::string> arms{from.name};
        if (to.name != from.name) {
            arms.push_back(to.name);
        }
        write_results(request, library, provenance,
                      {arms, from.name, {{"drivers.txt", text(Style{})}, {"drivers.json", json}}});
    }
    return print_results(provenance, request.json ? json : text(style_for(request)));
}

int drivers(const Request& request, const Asked& asked) {
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_drivers(library, asked.figure, asked.quick ? AskChance::no : AskChance::yes, how);
    });
    return studied ? tell(studied.value(), library, request) : report_failure(studied.problems(), request);
}

}  // namespace

Verb verb_drivers() {
    return make_verb<Asked, options, drivers>(
        "drivers", "which uncertain numbers explain the spread of a difference or a measure", "one scenario",
        Verb::Makes::files);
}

}  // namespace clout
