// Futures that a folder of results has kept (replicates.csv), as they were when they were played.
#pragma once

#include "engine/base/result.hpp"
#include "engine/study/playing.hpp"

#include <span>
#include <string>

namespace clout {

// The last year of every future of those arms, all with one year. `csv`: the text of replicates.csv; `where`:
// its name, for problems. A problem of the request where an arm is not among them, or where it is no such
// table.
[[nodiscard]] Result<PlayedArms> kept_futures(const std::string& csv, const std::string& where,
                                              std::span<const ArmScenario> arms);

}  // namespace clout
