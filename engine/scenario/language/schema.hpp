// The language as a JSON Schema (draft-07), for editors.
#pragma once

#include <string>

namespace clout {

[[nodiscard]] std::string schema_json();

}  // namespace clout
