#include "engine/study/drivers_study.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/playing.hpp"
#include "engine/system/system.hpp"

namespace clout {

Result<DriversStudy> study_drivers(const Library& library, const FigureAsked& asked, AskChance chance,
                                   const StudyOptions& options, const ArmsPlayer& player) {
    const StudyClock clock;
    const auto choice = choose_figure(library, asked);
    if (!choice) return choice.problems();
    DriversStudy study;
    study.from = arm_of(library, choice.value().from);
    study.to = arm_of(library, choice.value().to);
    std::vector<ArmScenario> arms{study.from};
    if (!choice.value().one_arm()) arms.push_back(study.to);
    study.provenance = provenance_of(library, choice.value().from);
    const auto played = player ? player(arms) : play(arms, study.provenance.asked, options);
    if (!played) return played.problems();
    const auto& [systems, outcomes] = played.value();
    study.provenance.finished = outcomes.front().replicates;
    study.provenance.assumptions = count_assumptions(systems);
    if (study.provenance.finished == 0) return std::vector{stopped_too_soon()};
    const auto compiled = addresses(systems);
    const auto figure = settle_figure(choice.value(), *study.from.scenario, compiled);
    if (!figure) return figure.problems();
    study.found = read_drivers(compiled, outcomes, figure.value());
    const auto& clock_of = study.from.scenario->clock;
    study.found.years = (clock_of.rounds + clock_of.rounds_per_year - 1) / clock_of.rounds_per_year;
    if (chance == AskChance::yes && study.found.sd > 0 && study.provenance.stochastic)
        add_chance(compiled, outcomes, ensemble_options(options, study.provenance.finished), study.found);
    study.provenance.elapsed = clock.elapsed();
    return study;
}

}  // namespace clout
