// clout influence: who wrote the decision, the voice ladder, and what the seats' votes are worth.
#include "engine/analysis/authorship.hpp"
#include "engine/analysis/influence.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/influence_text.hpp"
#include "engine/run/block_plan.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

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
    require_memory(static_cast<double>(bytes_a_lane(system) / sizeof(double) * kInfluenceLanes),
                   fmt::format("{} replicates at once of {} organisations", kInfluenceLanes,
                               grouped(system.organisations.size())),
                   "influence has to be read off a smaller system");
    InfluenceOptions options;
    options.replicates = replicates;
    options.workers = workers_for(request);
    // Text names those that wrote most, JSON everybody.
    const bool in_full = request.json || !request.out.empty();
    if (in_full) {
        options.organisations = system.organisations.size();
    }
    const InfluenceReport report = report_influence(system, options);
    Provenance provenance = provenance_of(library, *row);
    provenance.asked = provenance.finished = replicates;
    const std::string name = arm.label.empty() ? arm.name : arm.label;
    const std::string json = in_full ? influence_json(report, provenance, arm.name) : std::string();
    const auto text = [&](const Style& style) {
        return influence_text(report, arm.scenario, provenance, name, style);
    };
    if (!request.out.empty()) {
        const Manifest manifest{&provenance, library.merged, request.command,
                                0,           {arm.name},     {"influence.json", "influence.txt"},
                                arm.name};
        write_folder(request.out, {{"influence.json", json},
                                   {"influence.txt", text(Style{})},
                                   {kManifestName, manifest_json(manifest)}});
    }
    return print_result(request.json ? json : text(style_for(request)));
}

}  // namespace clout
