// How large may a system be? From ten thousand to ten million practices: does each step stay linear, and what
// does memory hold? The largest is 10,000 unless CLOUT_BENCH_ORGANISATIONS says otherwise.
#include "bench/nation.hpp"
#include "bench/workload.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>

namespace clout {
namespace {

namespace fs = std::filesystem;
using namespace nation;

// Tenfold steps up to what the environment asks for; in lanes, up to a million.
void sizes_to(benchmark::internal::Benchmark* bench, std::size_t most) {
    for (std::size_t practices = std::min<std::size_t>(most, 10'000); practices <= most; practices *= 10)
        bench->Arg(static_cast<long>(practices));
    bench->Unit(benchmark::kMillisecond);
}
void sizes(benchmark::internal::Benchmark* bench) { sizes_to(bench, largest()); }
void sizes_in_lanes(benchmark::internal::Benchmark* bench) {
    sizes_to(bench, std::min<std::size_t>(largest(), 1'000'000));
}

void count(benchmark::State& timed, double units) {
    timed.counters["each"] = benchmark::Counter(
        units, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// Question: how long does it take to read a large system from a short file, from a roster, from a long file?
void read_nation(benchmark::State& timed) {
    const fs::path file = nation_file(static_cast<std::size_t>(timed.range(0)));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(workload::read(file));
    count(timed, static_cast<double>(timed.range(0)));
}
BENCHMARK(read_nation)->Apply(sizes);

void read_roster(benchmark::State& timed) {
    const fs::path file = roster_file(static_cast<std::size_t>(timed.range(0)));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(workload::read(file));
    count(timed, static_cast<double>(timed.range(0)));
}
BENCHMARK(read_roster)->Apply(sizes);

void read_roll(benchmark::State& timed) {
    const auto practices = static_cast<std::size_t>(timed.range(0));
    const fs::path file = roll_file(practices);
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(workload::read(file));
    count(timed, static_cast<double>(practices));
}
BENCHMARK(read_roll)->Arg(1000)->Arg(4000)->Arg(16'000)->Unit(benchmark::kMillisecond);

// Question: how long does it take to compile it?
void compile_nation(benchmark::State& timed) {
    const Library library = workload::read(nation_file(static_cast<std::size_t>(timed.range(0))));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(compile(library.arms[0].scenario));
    count(timed, static_cast<double>(timed.range(0)));
}
BENCHMARK(compile_nation)->Apply(sizes);

// Question: and where there are many small places, fifty practices each?
void read_hamlets(benchmark::State& timed) {
    const fs::path file = hamlets_file(static_cast<std::size_t>(timed.range(0)));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(workload::read(file));
    count(timed, static_cast<double>(timed.range(0)));
}
BENCHMARK(read_hamlets)->Apply(sizes);

void compile_hamlets(benchmark::State& timed) {
    const Library library = workload::read(hamlets_file(static_cast<std::size_t>(timed.range(0))));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(compile(library.arms[0].scenario));
    count(timed, static_cast<double>(timed.range(0)));
}
BENCHMARK(compile_hamlets)->Apply(sizes);

// One system at a time: the largest would not stand beside another.
const System& system_of(const fs::path& file) {
    static std::map<std::string, System> known;
    const auto found = known.find(file.string());
    if (found != known.end()) return found->second;
    known.clear();
    return known.emplace(file.string(), compile(workload::read(file).arms[0].scenario)).first->second;
}

// Question: how long does a block of replicates take to be placed?
template <int L>
void place_nation(benchmark::State& timed) {
    const System& system = system_of(nation_file(static_cast<std::size_t>(timed.range(0))));
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(initialise<L>(system, 0));
    count(timed, static_cast<double>(system.organisations.size()) * L);
}
BENCHMARK(place_nation<1>)->Apply(sizes);
BENCHMARK(place_nation<16>)->Apply(sizes_in_lanes);

template <int L>
void play_all(benchmark::State& timed, const System& system) {
    workload::forget_peak();
    double closed = 0;
    for ([[maybe_unused]] auto _ : timed) {
        State<L> state = initialise<L>(system, 0);
        const double start = workload::processor_seconds();
        for (; state.round < system.rounds; ++state.round) play_round(system, state);
        timed.SetIterationTime(workload::processor_seconds() - start);
        closed = state.closed[0];
    }
    const double units = static_cast<double>(system.organisations.size()) * system.rounds * L;
    timed.counters["organisation_rounds"] =
        benchmark::Counter(units, benchmark::Counter::kIsIterationInvariantRate);
    timed.counters["peak_bytes"] =
        benchmark::Counter(workload::peak_bytes(), {}, benchmark::Counter::kIs1024);
    timed.counters["closed"] = closed;
}

// Question: how many organisation-rounds a second does one core play once the state outgrows its caches, and
// how much memory does the process hold at most?
template <int L>
void play_nation(benchmark::State& timed) {
    play_all<L>(timed, system_of(nation_file(static_cast<std::size_t>(timed.range(0)))));
}
BENCHMARK(play_nation<1>)->Apply(sizes)->UseManualTime();
BENCHMARK(play_nation<8>)->Apply(sizes)->UseManualTime();
BENCHMARK(play_nation<16>)->Apply(sizes_in_lanes)->UseManualTime();

void play_hamlets(benchmark::State& timed) {
    play_all<16>(timed, system_of(hamlets_file(static_cast<std::size_t>(timed.range(0)))));
}
BENCHMARK(play_hamlets)->Apply(sizes_in_lanes)->UseManualTime();

}  // namespace
}  // namespace clout
