// What is a second thread worth? From a hundred organisations in a thousand futures to a million in sixteen;
// one thread and two played in turn, so that both meet the same machine. Above 10,000 organisations only
// where CLOUT_BENCH_ORGANISATIONS allows it.
#include "bench/nation.hpp"
#include "bench/workload.hpp"
#include "engine/run/ensemble.hpp"

#include <benchmark/benchmark.h>

#include <chrono>

namespace clout {
namespace {

struct Spent {
    double wall = 0, processor = 0;  // [s]; processor time of all threads
};

Spent play_on(std::size_t threads, const System& system, std::size_t replicates) {
    const System* const systems[] = {&system};
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = {threads};
    timespec before{}, after{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(run_ensemble(systems, options));
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    return {wall.count(), static_cast<double>(after.tv_sec - before.tv_sec) +
                              1e-9 * static_cast<double>(after.tv_nsec - before.tv_nsec)};
}

// Question: how many times faster are two threads than one? `cores` says how many the two had: below 2
// somebody else was at work, and the ratio is not theirs.
void two_against_one(benchmark::State& timed) {
    const auto organisations = static_cast<std::size_t>(timed.range(0)),
               replicates = static_cast<std::size_t>(timed.range(1));
    const System system = compile(workload::read(nation::nation_file(organisations)).arms[0].scenario);
    play_on(2, system, std::min<std::size_t>(replicates, 32));  // the threads stand
    std::vector<double> ratios, cores;
    for ([[maybe_unused]] auto _ : timed) {
        Spent one, two;
        for (const bool first : {true, false}) {  // who begins changes from pair to pair
            if (first == (ratios.size() % 2 == 0)) {
                one = play_on(1, system, replicates);
            } else {
                two = play_on(2, system, replicates);
            }
        }
        timed.SetIterationTime(two.wall);
        ratios.push_back(one.wall / two.wall);
        cores.push_back(two.processor / two.wall);
    }
    timed.counters["times_one"] = workload::median(ratios);
    timed.counters["cores"] = workload::median(cores);
    timed.counters["organisation_rounds"] = benchmark::Counter(
        static_cast<double>(system.organisations.size()) * system.rounds * static_cast<double>(replicates),
        benchmark::Counter::kIsIterationInvariantRate);
}

void sizes(benchmark::internal::Benchmark* bench) {
    constexpr long kSizes[][2] = {{100, 1000}, {1000, 1000}, {10'000, 160}, {100'000, 16}, {1'000'000, 16}};
    for (const auto& [organisations, replicates] : kSizes) {
        if (static_cast<std::size_t>(organisations) <= nation::largest())
            bench->Args({organisations, replicates});
    }
}
BENCHMARK(two_against_one)->Apply(sizes)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace clout
