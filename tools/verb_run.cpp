// clout run: one arm: many futures as a table, one future with its negotiation log, or the median path.
#include "engine/report/files/folder.hpp"
#include "engine/report/json/chronicle_json.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/text/finding.hpp"
#include "engine/report/text/negotiation.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "engine/run/watch/trace.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <functional>
#include <span>
#include <string>
#include <utility>

namespace clout {
namespace {

int run_futures(const Library& library, std::size_t row, const Request& request) {
    const Interruption interruption;
    const Played played = play(library, {row}, 0, request);
    if (played.provenance.finished == 0) {
        return nothing_finished();
    }
    const Comparison comparison = compare(played.arms, 0, workers_for(request));
    if (!request.out.empty()) {
        write_results(request, library, played, comparison, arm_text(comparison, played.provenance, Style{}));
    }
    return print_results(played, request.json ? arm_json(comparison, played.provenance)
                                              : arm_text(comparison, played.provenance, style_for(request)));
}

// One future as text and as JSON, and what files of these are called.
struct Told {
    std::string json, json_name, text_name;
    std::function<std::string(const Style&)> text;
};

Told tell(const Arm& arm, System system, const Provenance& provenance, const Request& request) {
    const std::string label = arm.label.empty() ? arm.name : arm.label;
    if (!request.log) {
        Trace told = trace(std::move(system), request.replicate);
        std::string json = trace_json(told, arm.scenario, arm.name, request.replicate);
        return {std::move(json), "trace.json", "trace.txt",
                [&, label, told = std::move(told)](const Style& style) {
                    return negotiation_text(told, arm.scenario, provenance, label, request.replicate, style);
                }};
    }
    Chronicle told = chronicle(std::move(system), request.replicate);
    std::string json = chronicle_json_lines(told, arm.scenario, {arm.name, request.replicate});
    return {std::move(json), "log.jsonl", "log.txt", [&, label, told = std::move(told)](const Style& style) {
                return future_heading(provenance, label, request.replicate, style) +
                       chronicle_text(told, arm.scenario, style);
            }};
}

int run_one(const Library& library, std::size_t row, const Request& request) {
    const Arm& arm = library.arms[row];
    System system = compile(arm.scenario);
    Provenance provenance = provenance_of(library, row);
    const std::span<const Number> numbers(system.numbers);
    provenance.assumptions = count_assumptions(std::span(&numbers, 1));
    provenance.asked = provenance.finished = 1;
    const Told told = tell(arm, std::move(system), provenance, request);
    if (!request.out.empty()) {
        const Manifest manifest{&provenance, library.merged, request.command,
                                0,           {arm.name},     {told.json_name, told.text_name},
                                arm.name};
        write_folder(request.out, {{told.json_name, told.json},
                                   {told.text_name, told.text(Style{})},
                                   {kManifestName, manifest_json(manifest)}});
    }
    return print_result(request.json ? told.json : told.text(style_for(request)));
}

}  // namespace

int verb_run(const Request& request) {
    if (request.log && !request.median && !request.replicate) {
        write_error(
            "clout: --log tells one future: name it, as in --replicate 3, or take the median path, "
            "--median\n");
        return kUsage;
    }
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
