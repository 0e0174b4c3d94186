// Private to the face: a study's file, opened anew for every question, and its troubles as problems.
#pragma once

#include "engine/face/sweep.hpp"
#include "engine/study/store_lock.hpp"
#include "engine/study/study_card.hpp"
#include "engine/study/unknown_name.hpp"

namespace clout::face {

struct Study::Inside {
    std::string file;
    StoredStudy study;
};

// What `work` answers; a store that is held by somebody else or that the world forbids is a problem of the
// machine, one that is of another study, of the request.
template <class Work>
[[nodiscard]] auto with_store(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const ForeignStore& foreign) {
        return std::vector{refused_request(foreign.what())};
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::runtime_error& trouble) {
        Problem problem = refused_request(trouble.what());
        problem.fault = Fault::machine;
        return std::vector{std::move(problem)};
    }
}

}  // namespace clout::face
