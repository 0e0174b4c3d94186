// clout merge: shards of one study put together.
#include "engine/study/store_lock.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <filesystem>
#include <numeric>

namespace clout {
namespace merge_verb {

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

// Written aside and moved into place when it is whole. Points of the design that no shard has are pending.
StoreCount put_together(const Asked& asked, const StudyCard& card) {
    const StoredStudy study = study_of(card);
    const StoreLock lock(asked.into);
    if (Store::begun(asked.into)) {
        throw std::runtime_error(asked.into + " holds a study already; name another file with --into");
    }
    std::vector<std::size_t> points(study.design.points());
    std::iota(points.begin(), points.end(), std::size_t{0});
    const std::string aside = asked.into + ".partial";
    std::filesystem::remove(aside);
    StoreCount count;
    {
        Store whole = Store::create(aside, card, points);
        for (const std::string& file : asked.stores) {
            whole.take_from(Store::open_to_read(file), study.arms.size());
        }
        count = whole.count();
    }
    std::filesystem::rename(aside, asked.into);
    return count;
}

int merge(const Request& request, const Asked& asked) {
    if (asked.into.empty()) {
        return report_failure({refused_request("--into is missing", "name the store that they become")},
                              request);
    }
    return with_store([&] {
        const StudyCard card = Store::open_to_read(asked.stores.front()).card();
        // Looked through before anything is made.
        for (const std::string& file : asked.stores) {
            const std::string why = difference_of(Store::open_to_read(file).card(), card);
            if (!why.empty()) {
                throw ForeignStore(file + " is of another study than " + asked.stores.front() + ": " + why);
            }
        }
        const StoreCount count = put_together(asked, card);
        write_error("clout: " + asked.into + " has " + std::to_string(count.done) + " of " +
                    std::to_string(count.all()) + " points\n");
        return count.pending > 0 ? kResumable : count.failed > 0 ? kSomeFailed : kDone;
    });
}

}  // namespace merge_verb

Verb verb_merge() {
    using namespace merge_verb;
    return make_verb<Asked, options, merge>("merge", "put the shards of a study together", "stores",
                                            {.plays = false, .json = false});
}

}  // namespace clout
