// What can this machine do at most? Arithmetic in registers, numbers in the first cache, memory by level: the
// ceilings under which the floors of bench/floor.hpp are computed.
#include "bench/ceilings.hpp"

#include <benchmark/benchmark.h>

namespace clout::bench {
namespace {

// Question: how many of these a second does a core do, or so many cores together?
void most(benchmark::State& timed, const Probe& probe, std::size_t threads) {
    constexpr double kSome = 1e6;
    for ([[maybe_unused]] auto _ : timed) timed.SetIterationTime(kSome / rate_of(probe, threads));
    timed.counters["each_second"] = benchmark::Counter(kSome, benchmark::Counter::kIsIterationInvariantRate);
}

void ask(const std::string& name, const Probe& probe, std::size_t threads) {
    benchmark::RegisterBenchmark(name.c_str(), most, probe, threads)->UseManualTime()->Iterations(1);
}

const bool registered = [] {
    for (const Probe& probe : arithmetic_probes()) ask(probe.name, probe, 1);
    for (const Level& level : memory_levels()) {
        for (const Probe& probe : memory_probes(level)) {
            for (const std::size_t threads : {std::size_t{1}, std::size_t{2}})
                ask(probe.name + '/' + level.name + '/' + std::to_string(threads), probe, threads);
        }
    }
    return true;
}();

}  // namespace
}  // namespace clout::bench
