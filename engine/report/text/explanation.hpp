// What a key of the language, a measure or a word of the model means: for `clout explain`.
#pragma once

#include "engine/report/text/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// Of a word ("mandate", "voice ladder"), a measure ("share.acute") or a path ("bodies.pcn.mandate"):
// everything that goes by that name. Empty where nothing does.
[[nodiscard]] std::string explanation(std::string_view term, const Style& style);

// Every word that can be explained, in order.
[[nodiscard]] std::vector<std::string> explained_terms();

}  // namespace clout
