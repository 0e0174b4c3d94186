// Prints one fingerprint of every arm of a scenario: fingerprint FILE THREADS.
#include "engine/base/fingerprint.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/system/compile.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words) {
    using namespace clout;
    if (count != 3) return 2;
    const auto read = read_library(words[1]);
    if (!read) return 3;
    for (const Arm& arm : read.value().arms) {
        const System system = compile(arm.scenario);
        const System* const systems[] = {&system};
        EnsembleOptions options;
        options.replicates = 40;
        options.workers = {static_cast<std::size_t>(std::atoi(words[2]))};
        const auto outcomes = run_ensemble(systems, options);
        std::printf("%s %016llx\n", arm.name.c_str(),
                    static_cast<unsigned long long>(Fingerprint().add(outcomes[0].values).value()));
    }
}
