// Without MPI: a process is always alone.
#include "engine/study/ranks.hpp"

#include <cstdlib>
#include <stdexcept>

namespace clout {

struct Ranks::Inside {};

Ranks::Ranks() {
    const char* others = std::getenv("OMPI_COMM_WORLD_SIZE");
    if (others != nullptr && std::atoi(others) > 1)
        throw std::runtime_error(
            "mpirun has started several of us, and this program was built without MPI; build it where "
            "libopenmpi-dev is installed, or play shards (clout help sweep)");
}

Ranks::~Ranks() = default;
std::size_t Ranks::count() const { return 1; }
bool Ranks::first() const { return true; }
void Ranks::serve(Workers, const std::function<bool()>&) {}
Executor Ranks::executor(const StudyCard&, Workers workers) { return executor_here(workers); }

}  // namespace clout
