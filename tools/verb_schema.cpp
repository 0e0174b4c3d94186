// clout schema: the scenario language as JSON Schema, for editors, or as tables, for people.
#include "engine/scenario/language/key_table.hpp"
#include "engine/scenario/language/schema.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {

int verb_schema(const Request& request) { return print_result(request.table ? key_table() : schema_json()); }

}  // namespace clout
