// clout show: how far a study is.
#include "engine/report/json/json_sweep.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace show_verb {

struct Asked {
    std::string store;
};

std::vector<Option> options(Asked& asked) {
    return {{.label = "STORE", .into = &asked.store, .meaning = "a study's file"}};
}

int show(const Request& request, const Asked& asked) {
    return with_store([&] {
        const auto [store, study] = read_store(asked.store);
        const StoreState state = state_of(store, asked.store);
        return print_result(request.json ? state_json(study, state)
                                         : state_text(study, state, style_for(request)));
    });
}

}  // namespace show_verb

Verb verb_show() {
    using namespace show_verb;
    return make_verb<Asked, options, show>("show", "how far a study is, and what it is about", "one store",
                                           {.plays = false});
}

}  // namespace clout
