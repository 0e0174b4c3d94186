// clout drivers: which uncertain numbers the spread of a figure hangs on.
#include "engine/report/files/folder.hpp"
#include "engine/report/files/kept_futures.hpp"
#include "engine/report/json/json_drivers.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/drivers_study.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/scenario_bundle.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/replay.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"
#include "tools/wording.hpp"

namespace clout {
namespace drivers_verb {

struct Asked {
    std::string file;
    FigureAsked figure;
    bool quick = false;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "FILE",
         .into = &asked.file,
         .meaning =
             "a scenario, or a folder that clout compare --out has made: its futures are read, not played"},
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
    const auto files = [&] {
        StudyFiles made{{from.name}, from.name, {{"drivers.txt", text(Style{})}, {"drivers.json", json}}};
        if (to.name != from.name) {
            made.arms.push_back(to.name);
        }
        return made;
    };
    return hand_over(request, library, provenance, files, request.json ? json : text(style_for(request)));
}

int study(const Library& library, const Asked& asked, const ArmsPlayer& player, const Request& request) {
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_drivers(library, asked.figure, asked.quick ? AskChance::no : AskChance::yes, how,
                             player);
    });
    return studied ? tell(studied.value(), library, request) : report_failure(studied.problems(), request);
}

// Futures that a folder keeps: the scenario is that of its manifest.
int drivers_of_folder(const Request& request, const Asked& asked) {
    const ReadManifest manifest = manifest_of(asked.file);
    const std::filesystem::path file = std::filesystem::path(asked.file) / "replicates.csv";
    if (!std::filesystem::exists(file)) {
        return report_failure({refused_request(asked.file + " keeps no futures",
                                               "name a folder that clout compare --out has made")},
                              request);
    }
    if (!request.overrides.empty()) {
        return report_failure({refused_request("the futures of a folder have been played",
                                               "lay --set, --seed and --replicates over a scenario")},
                              request);
    }
    auto read = read_bundle(manifest.bundle, manifest.file, settings_of(manifest));
    if (!read) {
        return report_failure(read.problems(), request);
    }
    const std::string csv = read_whole(file);
    // What is played again later is the scenario: the folder may be gone.
    Request of_scenario = request;
    const std::string folder = " " + shell_quoted(asked.file);
    if (const std::size_t at = request.command.find(folder); at != std::string::npos) {
        of_scenario.command.replace(at, folder.size(), " " + shell_quoted(manifest.file));
    }
    return study(
        read.value(), asked,
        [&](std::span<const ArmScenario> arms) { return kept_futures(csv, file.string(), arms); },
        of_scenario);
}

int drivers(const Request& request, const Asked& asked) {
    if (!request.kept && std::filesystem::is_directory(asked.file)) {
        return with_store([&] { return drivers_of_folder(request, asked); });
    }
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    return study(std::get<Library>(read), asked, {}, request);
}

}  // namespace drivers_verb

Verb verb_drivers() {
    using namespace drivers_verb;
    return make_verb<Asked, options, drivers>(
        "drivers", "which uncertain numbers explain the spread of a difference or a measure",
        "one scenario or folder", {.files = true});
}

}  // namespace clout
