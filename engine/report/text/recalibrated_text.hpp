// Theories of bargaining compared on equal terms: which position of a sector each needs for the same
// beginning, and what is left of the finding then.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/theories_study.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string recalibrated_text(const Recalibrated& recalibrated, const Provenance& provenance,
                                            const Style& style);

}  // namespace clout
