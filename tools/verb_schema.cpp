// clout schema: the scenario language as JSON Schema, for editors, or as tables, for people.
#include "engine/scenario/language/key_table.hpp"
#include "engine/scenario/language/schema.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace schema_verb {

struct Asked {
    bool table = false;
};

std::vector<Option> options(Asked& asked) {
    return {{.label = "--table",
             .into = &asked.table,
             .meaning = "print the keys as tables for people instead (Markdown)"}};
}

int schema(const Request&, const Asked& asked) {
    return print_result(asked.table ? key_table() : schema_json());
}

}  // namespace schema_verb

Verb verb_schema() {
    using namespace schema_verb;
    return make_verb<Asked, options, schema>(
        "schema", "print the JSON Schema of the scenario language, for editors", "no file", {.plays = false});
}

}  // namespace clout
