// Processes that play one study together: those that a launcher (mpirun, srun) has started with MPI. The
// first reads, writes and says everything, and plays too; the others play what it hands out, and need neither
// the scenario's files nor the store's.
#pragma once

#include "engine/study/executor.hpp"
#include "engine/study/study_card.hpp"

#include <cstddef>
#include <functional>
#include <memory>

namespace clout {

class Ranks {
public:
    // Joins the others where a launcher has started us as one of them; else we are alone, and nothing of MPI
    // is touched. Throws std::runtime_error where there are others and this program was built without MPI:
    // each of them would play the whole study.
    Ranks();
    // The first lets the others go.
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    [[nodiscard]] std::size_t count() const;  // 1: alone
    [[nodiscard]] bool first() const;

    // All there is to do for one that is not the first: returns when the first lets it go.
    void serve(Workers workers, const std::function<bool()>& stop);
    // For the first: all of them, handed points as they finish them. `card` is that of the plan that will be
    // played.
    [[nodiscard]] Executor executor(const StudyCard& card, Workers workers);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace clout
