// clout merge: shards of one study put together.
#include "engine/study/store_lock.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace {

struct Asked {
    std::vector<std::string> stores;
    std::string into;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "STORE",
         .into = &asked.stores,
         .meaning = "stores of the same study",
         .least = 1,
         .most = kAnyNumber},
        {.label = "--into", .into = &asked.into, .meaning = "the store that they become", .value = "FILE"}};
}

int merge(const Request& request, const Asked& asked) {
    if (asked.into.empty()) {
        return report_failure({refused_request("--into is missing", "name the store that they become")},
                              request);
    }
    return with_store([&] {
        const StudyCard card = Store::open(asked.stores.front()).card();
        const std::size_t arms = study_of(card).arms.size();
        // Looked through before anything is made.
        for (const std::string& file : asked.stores) {
            const std::string why = difference_of(Store::open(file).card(), card);
            if (!why.empty()) {
                throw ForeignStore(file + " is of another study than " + asked.stores.front() + ": " + why);
            }
        }
        const StoreLock lock(asked.into);
        Store whole = Store::create(asked.into, card, {});
        for (const std::string& file : asked.stores) {
            whole.take_from(Store::open(file), arms);
        }
        const StoreCount count = whole.count();
        write_error("clout: " + asked.into + " has " + std::to_string(count.done) + " of " +
                    std::to_string(count.all()) + " points\n");
        return count.pending > 0 ? kResumable : count.failed > 0 ? kSomeFailed : kDone;
    });
}

}  // namespace

Verb verb_merge() {
    return make_verb<Asked, options, merge>("merge", "put the shards of a study together", "stores",
                                            Verb::Makes::text);
}

}  // namespace clout
