// When a round of the minutes is told like the one before: the same words, and figures that are about the
// same.
#pragma once

#include <string>

namespace clout {

// Two figures are about the same that differ by less than a quarter of the larger.
[[nodiscard]] bool told_alike(const std::string& one, const std::string& other);

}  // namespace clout
