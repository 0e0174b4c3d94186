#include "engine/study/theories_study.hpp"

#include "engine/protocols/kinds.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/memory.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace clout {
namespace {

// Outcomes of every arm under every theory stay in memory whole.
std::optional<Problem> short_of_memory(const Scenario& scenario, const std::vector<System>& systems,
                                       std::size_t theories, double memory) {
    const std::size_t arms = systems.size();
    const auto replicates = static_cast<std::size_t>(scenario.replicates);
    if (auto problem = short_of_memory(need_of_systems(scenario, arms * theories), memory)) {
        return problem;
    }
    MemoryNeed outcomes{
        0, fmt::format("{} replicates of {} arms under {} theories", replicates, arms, theories)};
    for (const System& system : systems) {
        outcomes.doubles += doubles_of_outcome(system, replicates) * static_cast<double>(theories);
    }
    return short_of_memory(outcomes, memory);
}

}  // namespace

Result<std::vector<std::string>> choose_protocols(const std::vector<std::string>& asked) {
    std::vector<std::string> known;
    for (const ProtocolFacts& protocol : protocol_kinds()) {
        known.emplace_back(protocol.name);
    }
    std::vector<std::string> chosen;
    for (const auto& name : asked) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return std::vector{unknown_name("there is no protocol '" + name + "'", name, known)};
        }
        if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) {
            chosen.push_back(name);
        }
    }
    return asked.empty() ? known : chosen;
}

Result<TheoriesStudy> study_theories(const Library& library, const ArmChoice& choice,
                                     const std::vector<std::string>& protocols, const StudyOptions& options) {
    if (choice.rows.size() < 2) {
        return std::vector{refused_request("theories compares arms", "name at least two, as in --arms a,b")};
    }
    if (auto problems = check_alike(library, choice); !problems.empty()) {
        return problems;
    }
    const StudyClock clock;
    const auto arms = arms_of(library, choice);
    std::vector<System> systems;
    for (const ArmScenario& arm : arms) {
        systems.push_back(compile(*arm.scenario));
    }
    if (auto problem =
            short_of_memory(*arms[choice.baseline].scenario, systems, protocols.size(), options.memory)) {
        return std::vector{std::move(*problem)};
    }
    TheoriesStudy study;
    study.provenance = provenance_of(library, choice.base());
    study.provenance.assumptions = count_assumptions(systems);
    study.found =
        compare_theories(arms, choice.baseline, protocols, ensemble_options(options, study.provenance.asked));
    study.provenance.finished = study.found.replicates;
    if (study.provenance.finished == 0) {
        return std::vector{stopped_too_soon()};
    }
    study.provenance.elapsed = clock.elapsed();
    return study;
}

}  // namespace clout
