// clout explain: what a key, a measure or a word means, in a sentence or two.
#include "engine/base/spelling.hpp"
#include "engine/base/text.hpp"
#include "engine/report/text/explanation.hpp"
#include "tools/exit_code.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace explain_verb {

struct Asked {
    std::string term;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "TERM",
         .into = &asked.term,
         .meaning =
             "a word (uptake), a measure (share) or a path (bodies.pcn.mandate); list shows all there are"}};
}

int explain(const Request& request, const Asked& asked) {
    const Style style = style_for(request);
    if (asked.term == "list") return print_result(paragraph("", 0, and_list(explained_terms()), style));
    const std::string text = explanation(asked.term, style);
    if (!text.empty()) return print_result(text);
    const std::string last = asked.term.substr(asked.term.rfind('.') + 1);
    const std::string near = nearest(last, explained_terms());
    write_error("clout: nothing is called '" + asked.term + "' here; " +
                (near.empty() ? "clout explain list shows all that is" : "did you mean '" + near + "'?") +
                "\n");
    return kUsage;
}

}  // namespace explain_verb

Verb verb_explain() {
    using namespace explain_verb;
    return make_verb<Asked, options, explain>("explain",
                                              "what a key, a measure or a word means, in plain words",
                                              "one word", {.plays = false, .json = false});
}

}  // namespace clout
