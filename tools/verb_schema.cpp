// clout schema: the scenario language as JSON Schema, for editors.
#include "engine/scenario/language/schema.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {

int verb_schema(const Request&) { return print_result(schema_json()); }

}  // namespace clout
