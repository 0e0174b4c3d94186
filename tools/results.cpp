#include "tools/results.hpp"

#include "engine/base/log.hpp"
#include "engine/base/text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/scenario_bundle.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/machine.hpp"
#include "tools/memory_limits.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"

#include <fmt/format.h>

#include <utility>

namespace clout {
namespace {

int exit_code_of(const Problem& problem) {
    switch (problem.fault) {
        case Fault::scenario: return kInvalidInput;
        case Fault::request: return kUsage;
        case Fault::machine: return kWorldFailed;
        case Fault::stopped: return Interruption::exit_code();
    }
    return kWorldFailed;
}

}  // namespace

Workers workers_for(const Request& request) {
    const std::size_t asked = request.jobs ? static_cast<std::size_t>(*request.jobs) : allowance().jobs();
    const std::size_t given = thread_count({asked});
    static bool said = false;
    if (given < asked && !std::exchange(said, true)) {
        log(LogLevel::warning,
            fmt::format("{} threads were asked for and the system gives {}: results are the "
                        "same, only later",
                        asked, given));
    }
    return {given};
}

StudyOptions quiet_options(const Request& request) {
    StudyOptions options;
    options.workers = workers_for(request);
    options.memory = memory_allowed();
    return options;
}

StudyOptions study_options(const Request& request, ProgressMeter& meter) {
    StudyOptions options = quiet_options(request);
    options.on_progress = [&](Progress progress) { meter.show(progress); };
    options.stop = [] { return Interruption::requested(); };
    return options;
}

int report_failure(const std::vector<Problem>& problems, const Request& request) {
    report_problems(problems, request);
    for (const Problem& problem : problems) {
        if (problem.severity == Severity::error) {
            return exit_code_of(problem);
        }
    }
    return kWorldFailed;
}

void log_study(const ComparisonStudy& study, const Request& request) {
    for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
        const System& system = study.played->systems[arm];
        log(LogLevel::debug, fmt::format("arm {}: {} organisations, {} bodies", study.arms[arm].name,
                                         system.organisations.size(), system.bodies.size()));
    }
    log(LogLevel::debug,
        fmt::format("{} of {} on {} in {:.2f} s",
                    counted(study.provenance.finished, "replicate", "replicates"),
                    counted(study.arms.size(), "arm", "arms"),
                    counted(workers_for(request).count, "thread", "threads"), study.provenance.elapsed));
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

int hand_over(const Request& request, const Library& library, const Provenance& provenance,
              const std::function<StudyFiles()>& files, const std::string& text) {
    int kept = kDone;
    const ScenarioBundle scenario = bundle_of(library);
    if (!request.out.empty()) {
        try {
            Interruption::while_writing([&](const auto& abandon) {
                write_study(request.out, {provenance, scenario, request.command}, files(), abandon);
            });
            log(LogLevel::info, "results are in " + request.out);
        } catch (const Abandoned&) {
            throw;
        } catch (const std::runtime_error& failure) {
            write_error(std::string("clout: --out: ") + failure.what() + "\n");
            kept = kWorldFailed;
        }
    }
    const int printed = print_results(provenance, text);
    return kept ? kept : printed;
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

}  // namespace clout
