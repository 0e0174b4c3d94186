// {"subject", "played", "made_by", "clout", "met", "tables": [{"name", "verdict": "pass" | "fail" |
//  "not compared", "why"}]}
#pragma once

#include "engine/study/checked_table.hpp"

#include <string>

namespace clout {

[[nodiscard]] std::string verified_json(const Verified& verified);

}  // namespace clout
