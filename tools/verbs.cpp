#include "tools/verbs.hpp"

// Each verb_<name>.cpp defines verb_<name>(). The order is help's.
#define CLOUT_VERBS(verb)                                                                                  \
    verb(new) verb(import) verb(check) verb(compare) verb(run) verb(influence) verb(theories)              \
        verb(hypotheses) verb(attribute) verb(report) verb(drivers) verb(threshold) verb(plan) verb(sweep) \
            verb(show) verb(sensitivity) verb(robust) verb(merge) verb(export) verb(verify) verb(diff)     \
                verb(explain) verb(schema) verb(doctor)

namespace clout {

#define CLOUT_DECLARED(name) Verb verb_##name();
CLOUT_VERBS(CLOUT_DECLARED)

std::span<const Verb> verbs() {
#define CLOUT_LISTED(name) verb_##name(),
    static const Verb kVerbs[] = {CLOUT_VERBS(CLOUT_LISTED)};
    return kVerbs;
}

}  // namespace clout
