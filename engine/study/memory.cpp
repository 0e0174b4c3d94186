#include "engine/study/memory.hpp"

#include "engine/base/text.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/system/system.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace clout {
namespace {

std::string in_giga(double bytes) {
    const double giga = bytes / 1e9;
    return giga >= 10    ? fmt::format("{:.0f} GB", giga)
           : giga >= 0.1 ? fmt::format("{:.1f} GB", giga)
                         : fmt::format("{:.2g} GB", giga);
}

}  // namespace

std::optional<Problem> short_of_memory(const MemoryNeed& need, double memory) {
    const double bytes = need.doubles * sizeof(double);
    if (memory <= 0 || bytes <= memory) {
        return std::nullopt;
    }
    Problem problem;
    problem.fault = Fault::machine;
    problem.message = fmt::format("{} need {} of memory, and this process may have {}", need.what,
                                  in_giga(bytes), in_giga(memory));
    problem.hint = need.advice;
    return problem;
}

MemoryNeed need_of_systems(const Scenario& scenario, std::size_t systems) {
    // Of an organisation, in doubles: its rows in a system; two positions and, with its part of the bodies
    // that speak for it, seventeen figures of state. Measured on synthetic systems of five to a network.
    constexpr double kOfSystem = 9, kOfState = 17;
    std::uint64_t organisations = 0;
    for (const auto& kind : scenario.organisations) {
        organisations += kind.instances();
    }
    const double each = kOfSystem * static_cast<double>(systems) + kOfState +
                        2 * static_cast<double>(scenario.programmes.size());
    return {each * static_cast<double>(organisations),
            counted(systems, "system", "systems") + " of " +
                counted(organisations, "organisation", "organisations"),
            "make fewer of them, or smaller ones"};
}

double doubles_of_outcome(const System& system, std::size_t replicates) {
    const std::uint32_t years = (system.rounds + system.rounds_per_year - 1) / system.rounds_per_year;
    return static_cast<double>(quantities(system).size()) * years * static_cast<double>(replicates);
}

std::size_t memory_for_replicates(double memory) {
    constexpr double kPart = 0.6;
    return static_cast<std::size_t>(kPart * memory);
}

}  // namespace clout
