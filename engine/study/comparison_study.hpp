// Arms side by side, from the library to what follows from their paired differences.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/base/result.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <memory>
#include <vector>

namespace clout {

struct Library;
struct PlayedArms;

struct ComparisonStudy {
    std::shared_ptr<const PlayedArms> played;
    std::vector<ArmOutcome> arms;  // names beside outcomes; they point into `played`
    Comparison comparison;
    Provenance provenance;
};

// All arms of the choice with as many replicates as its baseline asks for; a single arm is summarised by
// itself. Arms that are not alike are a problem of the scenario.
[[nodiscard]] Result<ComparisonStudy> study_comparison(const Library& library, const ArmChoice& choice,
                                                       const StudyOptions& options);

}  // namespace clout
