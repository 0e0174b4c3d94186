// What does a study of many points cost beside the bare work? Two arms of one-area at points of a Sobol
// design: patched, played and summarised with nothing kept, and the same into a store, a few points of each
// in turn, so that a busy machine is busy for both. CLOUT_BENCH_POINTS says how many (16).
#include "bench/workload.hpp"

#include "engine/study/drivers.hpp"
#include "engine/study/played_point.hpp"
#include "engine/study/store.hpp"
#include "engine/study/study_card.hpp"
#include "engine/study/sweep_study.hpp"

#include <benchmark/benchmark.h>

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

namespace clout {
namespace {

std::size_t points_asked() {
    const char* asked = std::getenv("CLOUT_BENCH_POINTS");
    return asked == nullptr ? 16 : std::strtoull(asked, nullptr, 10);
}

SweepPlan plan_of(std::size_t points, std::size_t replicates, Keep keep) {
    SweepAsked asked;
    asked.arms = {"fragmented", "united"};
    asked.keep = keep;
    asked.design = {"sobol", points, 1, {}};
    const std::vector<Override> overrides{{"replicates", std::to_string(replicates)}};
    asked.laid_over = overrides;
    auto read = read_library(workload::scenario_file("one-area"), overrides);
    return plan_sweep(read.value(), asked).value();
}

// [s] of this process's processors, and of the clock.
struct Spent {
    double processor = 0, clock = 0;
};

Spent now() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](timeval t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    const std::chrono::duration<double> clock = std::chrono::steady_clock::now().time_since_epoch();
    return {seconds(used.ru_utime) + seconds(used.ru_stime), clock.count()};
}

template <class Work>
void add_time(Spent& sum, const Work& work) {
    const Spent before = now();
    work();
    const Spent after = now();
    sum.processor += after.processor - before.processor;
    sum.clock += after.clock - before.clock;
}

// [MiB] that are resident now.
double resident() {
    std::ifstream in("/proc/self/statm");
    double all = 0, in_memory = 0;
    in >> all >> in_memory;
    return in_memory * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// Question: how much more than the bare work, and does memory stay where it is?
void beside_the_bare_work(benchmark::State& timed, Keep keep, std::size_t replicates) {
    const std::size_t points = points_asked();
    const SweepPlan plan = plan_of(points, replicates, keep),
                    bare_plan = plan_of(points, replicates, Keep::summary);
    const auto file = std::filesystem::temp_directory_path() / ("clout-bench-" + std::to_string(::getpid()));
    Spent bare, kept;
    double first = 0, last = 0, bytes = 0;
    for ([[maybe_unused]] auto _ : timed) {
        std::optional<Store> store = Store::create(file, card_of(plan), points_of(plan, {}));
        PointPlayer player(bare_plan);
        std::size_t at = 0;
        const auto bare_batch = [&] {  // as many as the store has just been given
            for (std::size_t i = 0; i < 32 && at < points; ++i)
                benchmark::DoNotOptimize(player.play(at++, Workers{1}));
        };
        std::size_t handed = 0;
        add_time(kept, [&] {
            run_sweep(
                plan, *store, executor_here({1}),
                [&](const SweepProgress& progress) {
                    if (++handed % 32 != 0 && progress.played != progress.of) return;
                    const Spent before = now();
                    add_time(bare, bare_batch);
                    const Spent after = now();
                    kept.processor -= after.processor - before.processor;
                    kept.clock -= after.clock - before.clock;
                    (first == 0 ? first : last) = resident();
                },
                [] { return false; });
        });
        store.reset();  // what stands in its log goes into the file
        bytes = static_cast<double>(std::filesystem::file_size(file));
    }
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
    timed.counters["processor_beyond_bare_%"] = 100 * (kept.processor / bare.processor - 1);
    timed.counters["clock_beyond_bare_%"] = 100 * (kept.clock / bare.clock - 1);
    timed.counters["ms_a_point"] =
        1e3 * kept.processor / static_cast<double>(points) / static_cast<double>(timed.iterations());
    timed.counters["kB_a_point"] = bytes / 1e3 / static_cast<double>(points);
    timed.counters["MiB_grown"] = last == 0 ? 0 : last - first;
    // Of a million points on two threads, from these.
    timed.counters["minutes_a_million_on_two"] =
        kept.processor / static_cast<double>(points) / static_cast<double>(timed.iterations()) * 1e6 / 2 / 60;
}

BENCHMARK_CAPTURE(beside_the_bare_work, summary_100_futures, Keep::summary, 100)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(beside_the_bare_work, replicates_100_futures, Keep::replicates, 100)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(beside_the_bare_work, summary_16_futures, Keep::summary, 16)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

// Question: what do first-order drivers take beyond the comparison whose futures they read?
void first_order_drivers(benchmark::State& timed) {
    auto read = read_library(workload::scenario_file("one-area"), {});
    const Library& library = read.value();
    const System before = compile(library.arms[0].scenario), after = compile(library.arms[1].scenario);
    const std::vector<const System*> systems{&before, &after};
    EnsembleOptions options;
    options.replicates = std::getenv("CLOUT_BENCH_POINTS") == nullptr ? 100 : 1000;
    options.workers = {1};
    const std::vector<Outcome> outcomes = run_ensemble(systems, options);
    const Figure figure{leading_measure(library.arms[0].scenario, outcomes[0].quantities), true};
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(read_drivers(systems, outcomes, figure));
}
BENCHMARK(first_order_drivers)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace clout
