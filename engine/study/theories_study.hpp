// The same arms under several theories of bargaining, from the library to what survives.
#pragma once

#include "engine/analysis/recalibration.hpp"
#include "engine/analysis/theories.hpp"
#include "engine/base/result.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct ArmChoice;
struct Library;

// Theories played fairly: under each the position of one sector was found again, so that the baseline begins
// as it does under the theory of the file.
struct Recalibrated {
    std::string sector;                                           // its name
    std::vector<std::pair<std::string, std::string>> programmes;  // name, label
    std::vector<double> written;           // [share] (programmes) what stands in the file, at its medians
    std::vector<FoundPosition> positions;  // (theories)
    Theories found;
};

struct TheoriesStudy {
    Theories found;  // with the positions of the file
    std::optional<Recalibrated> recalibrated;
    Provenance provenance;
};

// Names of protocols on the shelf: those asked for, each once, or the whole shelf where none is.
[[nodiscard]] Result<std::vector<std::string>> choose_protocols(const std::vector<std::string>& asked);

// The choice must hold two arms or more. `recalibrate` names a sector whose position is found again under
// each theory; empty = none, and an unknown one is a problem of the request.
[[nodiscard]] Result<TheoriesStudy> study_theories(const Library& library, const ArmChoice& choice,
                                                   const std::vector<std::string>& protocols,
                                                   const StudyOptions& options,
                                                   const std::string& recalibrate = {});

}  // namespace clout
