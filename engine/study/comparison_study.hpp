// Arms side by side, from the library to what follows from their paired differences.
#pragma once

#include "engine/study/playing.hpp"
#include "engine/study/provenance.hpp"

#include <vector>

namespace clout {

struct ComparisonStudy {
    PlayedArms played;
    std::vector<ArmOutcome> arms;  // names beside outcomes; they point into `played`
    Comparison comparison;
    Provenance provenance;
};

// All arms of the choice with as many replicates as its baseline asks for; a single arm is summarised by
// itself. Arms that are not alike are a problem of the scenario.
[[nodiscard]] Result<ComparisonStudy> study_comparison(const Library& library, const ArmChoice& choice,
                                                       const StudyOptions& options);

}  // namespace clout
