// Checks the form of a tree against the language: keys known, values of the right kind and in range, names
// that exist.
#pragma once

#include "engine/scenario/language/language.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/text/problems.hpp"

namespace clout {

// A whole scenario or file, merged: keys that are required must be there.
void check_form(const Node& merged, const MapForm& form, const Names& names, Problems& problems);

// A patch on its own: only what it says, and whose names exist cannot be known.
void check_patch(const Node& patch, const std::string& path, Problems& problems);

}  // namespace clout
