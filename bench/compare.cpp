// How long does somebody wait for a finding? Greater Manchester, as it is against united, 1000 replicates
// each: from the file to the headline.
#include "bench/workload.hpp"

#include "engine/analysis/headline.hpp"
#include "engine/run/ensemble.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace clout {
namespace {

const Arm& arm(const Library& library, const std::string& name) {
    return *std::find_if(library.arms.begin(), library.arms.end(),
                         [&](const Arm& a) { return a.name == name; });
}

// Question: the whole of it, on so many threads?
void two_arms(benchmark::State& timed) {
    EnsembleOptions options;
    options.replicates = static_cast<std::size_t>(timed.range(0));
    options.workers = {static_cast<std::size_t>(timed.range(1))};
    for ([[maybe_unused]] auto _ : timed) {
        const Library library = workload::read(workload::scenario_file("greater-manchester"));
        const Arm &apart = arm(library, "fragmented"), &united = arm(library, "united");
        const System before = compile(apart.scenario), after = compile(united.scenario);
        const System* const systems[] = {&before, &after};
        const std::vector<Outcome> outcomes = run_ensemble(systems, options);
        const ArmOutcome arms[] = {{apart.name, apart.label, &outcomes[0]},
                                   {united.name, united.label, &outcomes[1]}};
        const Comparison comparison = compare(arms, 0, options.workers);
        benchmark::DoNotOptimize(headline(comparison, arms, 1, before.sectors[before.focus.row()].name));
    }
    timed.counters["replicates"] = benchmark::Counter(2.0 * static_cast<double>(options.replicates),
                                                      benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(two_arms)->Args({1000, 1})->Args({1000, 2})->UseRealTime()->MeasureProcessCPUTime()->Unit(
    benchmark::kMillisecond);

// Question: how much of that is reading and compiling?
void reading(benchmark::State& timed) {
    for ([[maybe_unused]] auto _ : timed) {
        benchmark::DoNotOptimize(workload::read(workload::scenario_file("greater-manchester")));
    }
}
BENCHMARK(reading)->Unit(benchmark::kMillisecond);

void compiling(benchmark::State& timed) {
    const Library library = workload::read(workload::scenario_file("greater-manchester"));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(compile(library.arms[0].scenario));
}
BENCHMARK(compiling)->Unit(benchmark::kMillisecond);

// Question: and how much is comparing what was played?
void comparing(benchmark::State& timed) {
    const Library library = workload::read(workload::scenario_file("greater-manchester"));
    const System before = compile(arm(library, "fragmented").scenario),
                 after = compile(arm(library, "united").scenario);
    const System* const systems[] = {&before, &after};
    EnsembleOptions options;
    options.replicates = 1000;
    const std::vector<Outcome> outcomes = run_ensemble(systems, options);
    const ArmOutcome arms[] = {{"fragmented", "", &outcomes[0]}, {"united", "", &outcomes[1]}};
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(compare(arms, 0, {1}));
}
BENCHMARK(comparing)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace clout
