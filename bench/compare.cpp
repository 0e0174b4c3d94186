// How long does somebody wait for a finding? Two arms with the same luck, from the file to the headline:
// Greater Manchester and one area with 1000 replicates, England with 16 (CLOUT_BENCH_REPLICATES says
// otherwise: 1000 is what its file asks for); and the program itself, start-up included.
#include "bench/workload.hpp"

#include "engine/analysis/headline.hpp"
#include "engine/run/ensemble.hpp"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <charconv>
#include <chrono>
#include <cstring>

extern char** environ;

namespace clout {
namespace {

struct Pair {  // what is compared: the baseline and the arm called united, or the first other one
    const Arm *before, *after;
};

Pair pair_of(const Library& library) {
    const Arm* const before = &library.arms[library.baseline];
    const Arm* after = nullptr;
    for (const Arm& arm : library.arms) {
        if (&arm != before && (after == nullptr || arm.name == "united")) after = &arm;
    }
    return {before, after};
}

// Question: the whole of it, on so many threads?
void two_arms(benchmark::State& timed, const std::string& scenario) {
    EnsembleOptions options;
    options.replicates = static_cast<std::size_t>(timed.range(0));
    options.workers = {static_cast<std::size_t>(timed.range(1))};
    double units = 0;
    for ([[maybe_unused]] auto _ : timed) {
        const Library library = workload::read(workload::scenario_file(scenario));
        const auto [apart, united] = pair_of(library);
        const System before = compile(apart->scenario), after = compile(united->scenario);
        const System* const systems[] = {&before, &after};
        const std::vector<Outcome> outcomes = run_ensemble(systems, options);
        const ArmOutcome arms[] = {{apart->name, apart->label, &outcomes[0]},
                                   {united->name, united->label, &outcomes[1]}};
        const Comparison comparison = compare(arms, 0, options.workers);
        benchmark::DoNotOptimize(headline(comparison, arms, 1, before.sectors[before.focus.row()].name));
        units = static_cast<double>(before.organisations.size() + after.organisations.size()) * before.rounds;
    }
    const double replicates = static_cast<double>(options.replicates);
    timed.counters["replicates"] =
        benchmark::Counter(2.0 * replicates, benchmark::Counter::kIsIterationInvariantRate);
    timed.counters["organisation_rounds"] =
        benchmark::Counter(units * replicates, benchmark::Counter::kIsIterationInvariantRate);
}

long england_replicates() {
    const char* const asked = std::getenv("CLOUT_BENCH_REPLICATES");
    if (asked == nullptr) return 16;
    long found = 0;
    const char* const end = asked + std::strlen(asked);
    if (std::from_chars(asked, end, found).ptr == end && found >= 1 && found <= 10'000'000) return found;
    std::cerr << "CLOUT_BENCH_REPLICATES is '" << asked
              << "'; it must be a whole number from 1 to 10000000\n";
    std::exit(2);
}

void on_one_and_two(benchmark::internal::Benchmark* bench, long replicates) {
    bench->Args({replicates, 1})->Args({replicates, 2});
    bench->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
}
void thousand(benchmark::internal::Benchmark* bench) { on_one_and_two(bench, 1000); }
void of_england(benchmark::internal::Benchmark* bench) { on_one_and_two(bench, england_replicates()); }
BENCHMARK_CAPTURE(two_arms, manchester, "greater-manchester")->Apply(thousand);
BENCHMARK_CAPTURE(two_arms, one_area, "one-area")->Apply(thousand);
BENCHMARK_CAPTURE(two_arms, england, "england")->Apply(of_england);

#ifdef CLOUT_PROGRAM
// Question: and at the prompt, all arms of one area with the file's own number of replicates?
void at_the_prompt(benchmark::State& timed) {
    const std::string file = workload::scenario_file("one-area").string();
    std::string words[] = {CLOUT_PROGRAM, "compare", file};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    double processor = 0;
    for ([[maybe_unused]] auto _ : timed) {
        pid_t child = 0;
        int status = 0;
        rusage used{};
        const auto start = std::chrono::steady_clock::now();
        if (posix_spawn(&child, CLOUT_PROGRAM, &quiet, nullptr, arguments, environ) != 0 ||
            wait4(child, &status, 0, &used) != child || status != 0) {
            timed.SkipWithError("clout compare failed");
            break;
        }
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
        timed.SetIterationTime(wall.count());
        for (const timeval& part : {used.ru_utime, used.ru_stime})
            processor += static_cast<double>(part.tv_sec) + 1e-6 * static_cast<double>(part.tv_usec);
    }
    posix_spawn_file_actions_destroy(&quiet);
    timed.counters["processor_seconds"] = benchmark::Counter(processor, benchmark::Counter::kAvgIterations);
}
BENCHMARK(at_the_prompt)->UseManualTime()->Unit(benchmark::kMillisecond);
#endif

// Question: how much of that is reading and compiling?
void reading(benchmark::State& timed, const std::string& scenario) {
    for ([[maybe_unused]] auto _ : timed) {
        benchmark::DoNotOptimize(workload::read(workload::scenario_file(scenario)));
    }
}
BENCHMARK_CAPTURE(reading, manchester, "greater-manchester")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reading, england, "england")->Unit(benchmark::kMillisecond);

void compiling(benchmark::State& timed, const std::string& scenario) {
    const Library library = workload::read(workload::scenario_file(scenario));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(compile(library.arms[0].scenario));
}
BENCHMARK_CAPTURE(compiling, manchester, "greater-manchester")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compiling, england, "england")->Unit(benchmark::kMillisecond);

// Question: and how much is comparing what was played?
void comparing(benchmark::State& timed) {
    const Library library = workload::read(workload::scenario_file("greater-manchester"));
    const auto [apart, united] = pair_of(library);
    const System before = compile(apart->scenario), after = compile(united->scenario);
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
