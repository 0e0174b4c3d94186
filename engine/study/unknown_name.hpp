// What is said of a name that was asked for and is not there.
#pragma once

#include "engine/base/result.hpp"

#include <string>
#include <vector>

namespace clout {

// A problem of the request: `message` says where `word` was looked for, the hint what could be meant.
[[nodiscard]] Problem unknown_name(std::string message, const std::string& word,
                                   const std::vector<std::string>& known,
                                   const std::string& introduction = "there are");

// A problem of the request that is no slip of the pen.
[[nodiscard]] Problem refused_request(std::string message, std::string hint = {});

}  // namespace clout
