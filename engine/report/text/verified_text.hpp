// What came of playing results again, in words.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/checked_table.hpp"

#include <string>

namespace clout {

// One line a table with PASS or FAIL, and what it comes to.
[[nodiscard]] std::string verified_text(const Verified& verified, const Style& style);

}  // namespace clout
