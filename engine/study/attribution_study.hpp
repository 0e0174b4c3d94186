// What each lever does to the difference between two arms, from the library to the shares.
#pragma once

#include "engine/analysis/attribution.hpp"
#include "engine/base/result.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <cstddef>
#include <string>

namespace clout {

struct Library;

struct ArmEnds {
    std::size_t from = 0, to = 0;  // rows of the library's arms, not the same
};

// Empty names are the baseline, and the first other arm.
[[nodiscard]] Result<ArmEnds> choose_ends(const Library& library, const std::string& from,
                                          const std::string& to);

struct AttributionStudy {
    Attribution found;
    // The measure is the money from all funds, as the way moves the border between protected and contested
    // money (analysis/attribution.hpp).
    bool about_all_money = false;
    Provenance provenance;
};

// Plays every combination of the levers that lie between the two arms. An empty measure is the focus sector's
// £ a patient, or £m where lists are not known.
[[nodiscard]] Result<AttributionStudy> study_attribution(const Library& library, const ArmEnds& ends,
                                                         const std::string& measure,
                                                         const StudyOptions& options);

}  // namespace clout
