// clout influence: who wrote the decision, the voice ladder, and what the seats' votes are worth.
#include "engine/analysis/influence.hpp"
#include "engine/report/folder.hpp"
#include "engine/report/influence_text.hpp"
#include "engine/report/json.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {

int verb_influence(const Request& request) {
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
    const Arm& arm = library.arms[*row];
    const std::size_t replicates = arm.scenario.stochastic ? arm.scenario.replicates : 1;
    const System system = compile(arm.scenario);
    const InfluenceReport report =
        report_influence(system, {replicates, system.organisations.size(), workers_for(request)});
    Imprint imprint = imprint_of(library, *row);
    imprint.asked = imprint.finished = replicates;
    const std::string name = arm.label.empty() ? arm.name : arm.label;
    const std::string json = influence_json(report, imprint, arm.name);
    const auto text = [&](const Style& style) {
        return influence_text(report, arm.scenario, imprint, name, style);
    };
    if (!request.out.empty()) {
        const Manifest manifest{&imprint, library.merged, request.command,
                                0,        {arm.name},     {"influence.json", "influence.txt"},
                                arm.name};
        write_folder(request.out, {{"influence.json", json},
                                   {"influence.txt", text(Style{})},
                                   {kManifestName, manifest_json(manifest)}});
    }
    return print_result(request.json ? json : text(style_for(request)));
}

}  // namespace clout
