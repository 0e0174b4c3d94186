// clout report: what a comparison found, as a page of one file that opens from disk.
#include "engine/report/files/folder.hpp"
#include "engine/report/json/json_manifest.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/scenario_bundle.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/page_request.hpp"
#include "tools/reading.hpp"
#include "tools/replay.hpp"
#include "tools/results.hpp"
#include "tools/store_page.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace clout {
namespace report_verb {

namespace fs = std::filesystem;

struct Asked {
    std::string file, focus;
    PageAsked page;
    std::vector<std::string> arms;  // empty = the baseline and the first other
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "FILE",
         .into = &asked.file,
         .meaning = "a scenario, a folder that --out has written, or a study's store"},
        arms_option(asked.arms),
        page_option(asked.page),
        redact_option(asked.page),
        focus_option(asked.focus),
        {.label = "--with",
         .into = &asked.page.with,
         .meaning = "also, at the cost of further runs: levers, theories, drivers",
         .value = "PART,PART",
         .check = known_page_part(),
         .list = true},
        {.label = "--recalibrate",
         .into = &asked.page.recalibrate,
         .meaning = "with theories: also with this sector's position found again under each",
         .value = "SECTOR"},
        {.label = "--vary",
         .into = &asked.page.vary,
         .meaning = "with --until: how much of a number it takes; given twice: the line in the plane of two",
         .value = "PATH=LOW:HIGH"},
        {.label = "--until",
         .into = &asked.page.until,
         .meaning = "what is to hold on average in the last year, as in 'difference(share.gp) >= 0.02'",
         .value = "CONDITION"}};
}

// The part of a page that a folder's verb computed.
void add_part_of(const std::string& command, std::vector<std::string>& with) {
    for (const auto& [verb, part] : {std::pair{"clout attribute ", "levers"},
                                     {"clout theories ", "theories"},
                                     {"clout drivers ", "drivers"}}) {
        if (command.starts_with(verb)) with.emplace_back(part);
    }
}

// What a folder of results was made from, to be played again: the scenario and its rosters stand in its
// manifest.
std::variant<Library, int> read_folder(Asked& asked, const Request& request) {
    std::error_code ignored;
    const fs::path file = fs::path(asked.file) / kManifestName;
    const auto manifest = fs::is_regular_file(file, ignored) ? read_manifest(read_whole(file)) : std::nullopt;
    if (!manifest) {
        write_error("clout: " + asked.file +
                    " is no folder of results: it has no manifest.json of clout's\n");
        return kInvalidInput;
    }
    auto overrides = settings_of(*manifest);
    if (manifest->stopped_early) overrides.push_back({"replicates", std::to_string(manifest->replicates)});
    overrides.insert(overrides.end(), request.overrides.begin(), request.overrides.end());
    auto read = read_bundle(manifest->bundle, manifest->file, overrides);
    report_problems(read.problems(), request);
    if (!read) return kInvalidInput;
    if (asked.arms.empty() && manifest->arms.size() > 1)
        asked.arms = {manifest->baseline, manifest->arms[manifest->arms[0] == manifest->baseline ? 1 : 0]};
    add_part_of(manifest->command, asked.page.with);
    asked.page.remarks.push_back("From the folder " + fs::path(asked.file).lexically_normal().string() +
                                 ", which was made by: " + manifest->command);
    if (manifest->results != results())
        asked.page.remarks.push_back(fmt::format(
            "That folder holds results number {}; everything here was played again and has results number "
            "{}, so that figures may differ.",
            manifest->results, results()));
    return std::move(read).value();
}

int report(const Request& plain, const Asked& typed) {
    Asked asked = typed;
    if (asked.page.page.empty()) {
        write_error("clout: report: where should the page go? Name it: --page out.html\n");
        return kUsage;
    }
    if (is_store(asked.file)) {
        if (asked.arms.empty() && asked.focus.empty()) return write_store_page(plain, asked.page, asked.file);
        write_error(
            "clout: report: a study keeps its arms and its sector; --arms and --focus belong to a "
            "scenario\n");
        return kUsage;
    }
    const Request request = seen_from(plain, asked.focus);
    std::error_code ignored;
    const auto read = fs::is_directory(asked.file, ignored) ? read_folder(asked, request)
                                                            : read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) return *code;
    const Library& library = std::get<Library>(read);
    const auto pair = choose_pair(library, asked.arms);
    if (!pair) return report_failure(pair.problems(), request);
    const Interruption interruption;
    const auto studied = watched(
        request, [&](const StudyOptions& how) { return study_comparison(library, pair.value(), how); });
    if (!studied) return report_failure(studied.problems(), request);
    const PagePair rows{1, pair.value().rows[0], pair.value().rows[1]};
    if (const int code = write_page(request, asked.page, library, studied.value(), rows)) return code;
    return print_results(studied.value().provenance, "The page is in " + asked.page.page + "\n");
}

}  // namespace report_verb

Verb verb_report() {
    using namespace report_verb;
    return make_verb<Asked, options, report>(
        "report", "what a comparison found, as one HTML file that opens from disk",
        "one scenario, one folder of results, or one store", {.json = false});
}

}  // namespace clout
