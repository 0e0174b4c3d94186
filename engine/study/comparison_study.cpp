#include "engine/study/comparison_study.hpp"

#include "engine/study/playing.hpp"

namespace clout {

Result<ComparisonStudy> study_comparison(const Library& library, const ArmChoice& choice,
                                         const StudyOptions& options) {
    if (auto problems = check_alike(library, choice); !problems.empty()) {
        return problems;
    }
    const StudyClock clock;
    ComparisonStudy study;
    study.provenance = provenance_of(library, choice.base());
    const auto arms = arms_of(library, choice);
    auto played = play(arms, study.provenance.asked, options);
    if (!played) {
        return played.problems();
    }
    study.played = std::make_shared<const PlayedArms>(std::move(played).value());
    study.provenance.assumptions = count_assumptions(study.played->systems);
    study.provenance.finished = study.played->outcomes[0].replicates;
    if (study.provenance.finished == 0) {
        return std::vector{stopped_too_soon()};
    }
    study.arms = outcomes_of(arms, *study.played);
    study.provenance.elapsed = clock.elapsed();
    study.comparison = compare(study.arms, choice.baseline, options.workers);
    return study;
}

}  // namespace clout
