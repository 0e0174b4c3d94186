// clout run: one arm: many futures as a table, one future with its negotiation log, or the median path.
#include "engine/report/finding.hpp"
#include "engine/report/folder.hpp"
#include "engine/report/json.hpp"
#include "engine/report/negotiation.hpp"
#include "engine/run/trace.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <span>

namespace clout {
namespace {

int run_futures(const Library& library, std::size_t row, const Request& request) {
    const Interruption interruption;
    const Played played = play(library, {row}, 0, request);
    if (played.imprint.finished == 0) {
        return nothing_finished();
    }
    const Comparison comparison = compare(played.arms, 0, workers_for(request));
    if (!request.out.empty()) {
        write_results(request, library, played, comparison, arm_text(comparison, played.imprint, Style{}));
    }
    return hand_over(played, request.json ? arm_json(comparison, played.imprint)
                                          : arm_text(comparison, played.imprint, style_for(request)));
}

int run_one(const Library& library, std::size_t row, const Request& request) {
    const Arm& arm = library.arms[row];
    const System system = compile(arm.scenario);
    const Trace told = trace(system, request.replicate);
    Imprint imprint = imprint_of(library, row);
    const std::span<const Number> numbers(system.numbers);
    imprint.assumptions = count_assumptions(std::span(&numbers, 1));
    imprint.asked = imprint.finished = 1;
    const std::string json = trace_json(told, arm.scenario, arm.name, request.replicate);
    const auto text = [&](const Style& style) {
        return negotiation_text(told, arm.scenario, imprint, arm.label.empty() ? arm.name : arm.label,
                                request.replicate, style);
    };
    if (!request.out.empty()) {
        const Manifest manifest{
            &imprint, library.merged, request.command, 0, {arm.name}, {"trace.json", "trace.txt"}, arm.name};
        write_folder(
            request.out,
            {{"trace.json", json}, {"trace.txt", text(Style{})}, {kManifestName, manifest_json(manifest)}});
    }
    return print_result(request.json ? json : text(style_for(request)));
}

}  // namespace

int verb_run(const Request& request) {
    const auto read = read_or_report(request.files[0], request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto row = find_arm(library, request.arm);
    if (!row) {
        return kUsage;
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    return request.median || request.replicate ? run_one(library, *row, request)
                                               : run_futures(library, *row, request);
}

}  // namespace clout
