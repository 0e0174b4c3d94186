#include "engine/study/influence_study.hpp"

#include "engine/analysis/authorship.hpp"
#include "engine/base/text.hpp"
#include "engine/run/block_plan.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/memory.hpp"
#include "engine/study/playing.hpp"
#include "engine/system/compile.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

std::size_t most_seats(const System& system) {
    std::size_t most = 0;
    for (std::size_t table = 0; table < system.tables.size(); ++table)
        most = std::max<std::size_t>(most, system.first_seat[table + 1] - system.first_seat[table]);
    return most;
}

}  // namespace

bool few_enough_for_leverage(const System& system) { return most_seats(system) <= kMostSeatsWithLeverage; }

Result<InfluenceStudy> study_influence(const Library& library, std::size_t row, std::size_t named,
                                       const StudyOptions& options) {
    const Scenario& scenario = library.arms[row].scenario;
    System system = compile(scenario);
    // Every seat is another decision, and some theories take the square of the seats or more for each.
    system.asks_leverage = few_enough_for_leverage(system);
    const std::size_t block = bytes_a_lane(system) / sizeof(double) * kInfluenceLanes;
    if (auto problem = short_of_memory(
            {static_cast<double>(block),
             fmt::format("{} replicates at once of {}", kInfluenceLanes,
                         counted(system.organisations.size(), "organisation", "organisations")),
             "influence has to be read off a smaller system"},
            options.memory)) {
        return std::vector{std::move(*problem)};
    }
    InfluenceOptions influence;
    influence.replicates = scenario.stochastic ? static_cast<std::size_t>(scenario.replicates) : 1;
    influence.organisations = std::min(named, system.organisations.size());
    influence.workers = options.workers;
    influence.stop = options.stop;
    InfluenceStudy study{report_influence(system, influence), provenance_of(library, row)};
    study.provenance.asked = influence.replicates;
    study.provenance.finished = study.report.replicates;
    if (study.report.replicates == 0) {
        return std::vector{stopped_too_soon()};
    }
    return study;
}

}  // namespace clout
