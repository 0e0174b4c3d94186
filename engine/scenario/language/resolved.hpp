// The whole scenario of one arm as a file: merged, every default written out, valid as an input again.
#pragma once

#include "engine/scenario/library.hpp"

#include <cstddef>
#include <string>

namespace clout {

// `arm`: row in library.arms. Numbers are printed to round-trip; rosters stay files, named from the
// scenario's folder.
[[nodiscard]] std::string resolved_yaml(const Library& library, std::size_t arm);

}  // namespace clout
