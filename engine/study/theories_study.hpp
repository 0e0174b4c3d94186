// The same arms under several theories of bargaining, from the library to what survives.
#pragma once

#include "engine/analysis/theories.hpp"
#include "engine/base/result.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <string>
#include <vector>

namespace clout {

struct ArmChoice;
struct Library;

struct TheoriesStudy {
    Theories found;
    Provenance provenance;
};

// Names of protocols on the shelf: those asked for, each once, or the whole shelf where none is.
[[nodiscard]] Result<std::vector<std::string>> choose_protocols(const std::vector<std::string>& asked);

// The choice must hold two arms or more.
[[nodiscard]] Result<TheoriesStudy> study_theories(const Library& library, const ArmChoice& choice,
                                                   const std::vector<std::string>& protocols,
                                                   const StudyOptions& options);

}  // namespace clout
