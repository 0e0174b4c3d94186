#include "tools/playing.hpp"

#include "engine/base/log.hpp"
#include "engine/report/files/csv.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/machine.hpp"
#include "tools/progress_meter.hpp"
#include "tools/terminal.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <stdexcept>

namespace clout {
namespace {

Assumptions assumptions_of(const std::vector<System>& systems) {
    std::vector<std::span<const Number>> numbers;
    for (const auto& system : systems) {
        numbers.emplace_back(system.numbers);
    }
    return count_assumptions(numbers);
}

// Outcomes stay in memory whole.
void check_memory(const std::vector<System>& systems, const Scenario& scenario) {
    double values = 0;
    for (const auto& system : systems) {
        values += static_cast<double>(quantities(system).size()) * std::ceil(scenario.clock.years) *
                  static_cast<double>(scenario.replicates);
    }
    require_memory(values, fmt::format("{} replicates of {} arm(s)", scenario.replicates, systems.size()));
}

std::vector<const System*> addresses(const std::vector<System>& systems) {
    std::vector<const System*> result;
    for (const auto& system : systems) {
        result.push_back(&system);
    }
    return result;
}

}  // namespace

void require_memory(double values, const std::string& what, const std::string& advice) {
    constexpr double kGiga = 1e9;
    const double needed = values * sizeof(double), there = machine_memory();
    if (there > 0 && needed > there) {
        throw std::runtime_error(fmt::format("{} need {:.0f} GB of memory, this machine has {:.0f}; {}", what,
                                             needed / kGiga, there / kGiga, advice));
    }
}

std::size_t memory_for_replicates() {
    constexpr double kPart = 0.6;  // systems and outcomes need memory, too
    return static_cast<std::size_t>(kPart * machine_memory());
}

void require_systems(const Scenario& scenario, std::size_t systems) {
    // Of an organisation, in doubles: its rows in a system; two positions and, with its part of the bodies
    // that speak for it, seventeen figures of state. Measured on synthetic systems of five to a network.
    constexpr double kOfSystem = 9, kOfState = 17;
    std::uint64_t organisations = 0;
    for (const auto& kind : scenario.organisations) {
        organisations += kind.instances();
    }
    const double each = kOfSystem * static_cast<double>(systems) + kOfState +
                        2 * static_cast<double>(scenario.programmes.size());
    require_memory(each * static_cast<double>(organisations),
                   fmt::format("{} system(s) of {} organisations", systems, grouped(organisations)),
                   "make fewer of them, or smaller ones");
}

Workers workers_for(const Request& request) { return {request.jobs ? *request.jobs : allowance().jobs()}; }

EnsembleOptions options_for(const Request& request, std::size_t replicates, ProgressMeter& meter) {
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = workers_for(request);
    options.memory = memory_for_replicates();
    options.on_progress = [&](Progress progress) { meter.show(progress); };
    options.stop = [] { return Interruption::requested(); };
    return options;
}

Provenance provenance_of(const Library& library, std::size_t row) {
    const Scenario& scenario = library.arms[row].scenario;
    Provenance provenance;
    provenance.file = library.file;
    provenance.title = scenario.title.empty() ? library.file : scenario.title;
    provenance.as_at = scenario.as_at;
    provenance.seed = scenario.seed;
    provenance.stochastic = scenario.stochastic;
    provenance.asked = static_cast<std::size_t>(scenario.replicates);
    for (const auto& sector : scenario.sectors) {
        provenance.sector_labels.emplace_back(
            sector.name, sector.caption.label.empty() ? sector.name : sector.caption.label);
    }
    provenance.focus = scenario.sectors[scenario.focus.row()].name;
    return provenance;
}

Played play(const Library& library, const std::vector<std::size_t>& rows, std::size_t baseline,
            const Request& request) {
    const auto begun = std::chrono::steady_clock::now();
    Played played;
    played.provenance = provenance_of(library, rows[baseline]);
    require_systems(library.arms[rows[baseline]].scenario, rows.size());
    for (const std::size_t row : rows) {
        played.systems.push_back(compile(library.arms[row].scenario));
        log(LogLevel::debug,
            fmt::format("arm {}: {} organisations, {} bodies", library.arms[row].name,
                        played.systems.back().organisations.size(), played.systems.back().bodies.size()));
    }
    check_memory(played.systems, library.arms[rows[baseline]].scenario);
    played.provenance.assumptions = assumptions_of(played.systems);
    {
        ProgressMeter meter(request, request.verb);
        played.outcomes =
            run_ensemble(addresses(played.systems), options_for(request, played.provenance.asked, meter));
    }
    played.provenance.finished = played.outcomes[0].replicates;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Arm& arm = library.arms[rows[i]];
        played.arms.push_back({arm.name, arm.label.empty() ? arm.name : arm.label, &played.outcomes[i]});
    }
    played.elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    log(LogLevel::debug,
        fmt::format("{} replicates of {} arm(s) on {} thread(s) in {:.2f} s", played.provenance.finished,
                    rows.size(), workers_for(request).count, played.elapsed));
    return played;
}

void write_results(const Request& request, const Library& library, const Played& played,
                   const Comparison& comparison, const std::string& text) {
    std::vector<ResultFile> files{{comparison.arms.size() > 1 ? "finding.txt" : "arm.txt", text},
                                  {"measures.csv", measures_csv(comparison)},
                                  {"replicates.csv", replicates_csv(played.arms)}};
    if (comparison.arms.size() > 1) {
        files.push_back({"differences.csv", differences_csv(comparison)});
    }
    Manifest manifest{&played.provenance,    library.merged, request.command, played.elapsed, {}, {},
                      comparison.base().name};
    for (const auto& arm : played.arms) {
        manifest.arms.push_back(arm.name);
    }
    for (const auto& file : files) {
        manifest.files.push_back(file.name);
    }
    files.push_back({kManifestName, manifest_json(manifest)});
    Interruption::while_writing([&](const auto& abandon) { write_folder(request.out, files, abandon); });
    log(LogLevel::info, "results are in " + request.out);
}

int nothing_finished() {
    write_error("clout: stopped before any replicate was complete in every arm; there is nothing to show\n");
    return Interruption::exit_code();
}

int print_results(const Played& played, const std::string& results) {
    return print_results(played.provenance, results);
}

int print_results(const Provenance& provenance, const std::string& results) {
    if (const int code = print_result(results)) {
        return code;
    }
    // A signal that came too late to cut anything short has stopped nothing.
    if (!provenance.stopped_early()) {
        return kDone;
    }
    write_error(fmt::format("clout: stopped early: the results rest on {} of {} replicates\n",
                            provenance.finished, provenance.asked));
    return Interruption::exit_code();
}

int refuse_out(const Request& request) {
    if (request.out.empty()) {
        return kDone;
    }
    if (const auto why = refusal(request.out)) {
        write_error("clout: --out: " + *why + "\n");
        return kUsage;
    }
    return kDone;
}

}  // namespace clout
