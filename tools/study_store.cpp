#include "tools/study_store.hpp"

#include "engine/study/store_lock.hpp"
#include "tools/exit_code.hpp"
#include "tools/terminal.hpp"

namespace clout {

int with_store(const std::function<int()>& work) {
    try {
        return work();
    } catch (const ForeignStore& foreign) {
        write_error("clout: " + std::string(foreign.what()) + "\n");
        return kForeignStore;
    } catch (const StoreLocked& locked) {
        write_error("clout: " + std::string(locked.what()) + "\n");
        return kWorldFailed;
    }
}

ReadStore read_store(const std::string& file) {
    Store store = Store::open_to_read(file);
    StoredStudy study = study_of(store.card());
    return {std::move(store), std::move(study)};
}

}  // namespace clout
