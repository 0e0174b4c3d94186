#include "engine/study/playing.hpp"

#include "engine/base/text.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/memory.hpp"
#include "engine/system/compile.hpp"

#include <fmt/format.h>

#include <chrono>

namespace clout {
namespace {

// Kind by kind. What a body that nobody is in would say is no question.
std::vector<std::string> silent_bodies(const System& system, const Outcome& outcome) {
    std::vector<std::string> silent;
    for (std::size_t kind = 0; kind < system.body_kinds.size(); ++kind) {
        std::size_t mute = 0, all = 0;
        const Span rows = system.body_kind_rows[kind];
        for (Row body = rows.first; body < rows.last; ++body) {
            if (system.bodies[body].board || !system.bodies[body].exists) continue;
            ++all;
            mute += outcome.spoke[body] == 0 ? 1 : 0;
        }
        const std::string& name = system.body_kinds[kind].naming.kind;
        if (mute > 0) {
            silent.push_back(mute == all ? fmt::format("'{}'", name)
                                         : fmt::format("{} of {} '{}'", mute, all, name));
        }
    }
    return silent;
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

EnsembleOptions ensemble_options(const StudyOptions& options, std::size_t replicates) {
    EnsembleOptions ensemble;
    ensemble.replicates = replicates;
    ensemble.workers = options.workers;
    ensemble.memory = memory_for_replicates(options.memory);
    ensemble.on_progress = options.on_progress;
    ensemble.stop = options.stop;
    return ensemble;
}

Result<PlayedArms> play(std::span<const ArmScenario> arms, std::size_t replicates,
                        const StudyOptions& options) {
    if (auto problem = short_of_memory(need_of_systems(*arms[0].scenario, arms.size()), options.memory)) {
        return std::vector{std::move(*problem)};
    }
    PlayedArms played;
    MemoryNeed outcomes{
        0, counted(replicates, "replicate", "replicates") + " of " + counted(arms.size(), "arm", "arms")};
    for (const ArmScenario& arm : arms) {
        played.systems.push_back(compile(*arm.scenario));
        outcomes.doubles += doubles_of_outcome(played.systems.back(), replicates);
    }
    if (auto problem = short_of_memory(outcomes, options.memory)) {
        return std::vector{std::move(*problem)};
    }
    played.outcomes = run_ensemble(addresses(played.systems), ensemble_options(options, replicates));
    return played;
}

std::vector<ArmScenario> arms_of(const Library& library, const ArmChoice& choice) {
    std::vector<ArmScenario> arms;
    for (const std::size_t row : choice.rows) {
        arms.push_back(arm_of(library, row));
    }
    return arms;
}

ArmScenario arm_of(const Library& library, std::size_t row) {
    const Arm& arm = library.arms[row];
    return {arm.name, arm.label.empty() ? arm.name : arm.label, &arm.scenario, &arm};
}

std::vector<ArmOutcome> outcomes_of(std::span<const ArmScenario> arms, const PlayedArms& played) {
    std::vector<ArmOutcome> outcomes;
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        outcomes.push_back({arms[arm].name, arms[arm].label, &played.outcomes[arm], arms[arm].arm,
                            silent_bodies(played.systems[arm], played.outcomes[arm])});
    }
    return outcomes;
}

Problem stopped_too_soon() {
    Problem problem;
    problem.fault = Fault::stopped;
    problem.message = "stopped before any replicate was complete in every arm; there is nothing to show";
    return problem;
}

StudyClock::StudyClock() : begun_(now()) {}

double StudyClock::elapsed() const { return now() - begun_; }

}  // namespace clout
