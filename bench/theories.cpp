// What does a theory of bargaining cost? Greater Manchester, as it is against united, 320 replicates each,
// under each protocol of the shelf, beside the compromise.
#include "bench/workload.hpp"

#include "engine/analysis/theories.hpp"
#include "engine/protocols/shelf.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace clout {
namespace {

constexpr std::size_t kReplicates = 320;

std::vector<ArmScenario> pair_of(const Library& library) {
    std::vector<ArmScenario> pair;
    for (const char* name : {"fragmented", "united"}) {
        const auto arm = std::find_if(library.arms.begin(), library.arms.end(),
                                      [&](const Arm& candidate) { return candidate.name == name; });
        pair.push_back({arm->name, arm->label, &arm->scenario});
    }
    return pair;
}

// [s] of processor time on one thread, from the scenarios to the finding.
double time_of(const std::vector<ArmScenario>& pair, const std::string& protocol) {
    EnsembleOptions options;
    options.replicates = kReplicates;
    options.workers = {1};
    const double begun = workload::processor_seconds();
    benchmark::DoNotOptimize(compare_theories(pair, 0, std::vector{protocol}, options));
    return workload::processor_seconds() - begun;
}

// Question: how long under this theory, and how many times as long as under the compromise, played in turn?
void under(benchmark::State& timed, const std::string& protocol) {
    const Library library = workload::read(workload::scenario_file("greater-manchester"));
    const std::vector<ArmScenario> pair = pair_of(library);
    double theory = 0, compromise = 0;
    for ([[maybe_unused]] auto _ : timed) {
        const double seconds = time_of(pair, protocol);
        timed.SetIterationTime(seconds);
        theory += seconds;
        compromise += time_of(pair, std::string(Compromise::kName));
    }
    timed.counters["times_compromise"] = theory / compromise;
}

const bool registered = [] {
    for (const std::string_view protocol : Protocols::names()) {
        benchmark::RegisterBenchmark(("under/" + std::string(protocol)).c_str(), under, std::string(protocol))
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
}  // namespace clout
