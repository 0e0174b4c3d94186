// How fast is opinion dynamics alone? Deliberate and speak with four programmes, 500 organisations in 60
// bodies, 1000 replicates: what frameworks for opinion dynamics and agents do 10 to 20 million times a second
// on a core.
#include "bench/reached.hpp"

#include <benchmark/benchmark.h>

namespace clout {
namespace {

constexpr int kLanes = 16;
constexpr std::uint64_t kReplicates = 1000;

const System& system_with(const std::string& arm) {
    static const std::vector<System> systems = [] {
        std::vector<System> both;
        const auto file = std::filesystem::path(CLOUT_ROOT) / "bench" / "opinions.yaml";
        for (const Arm& each : workload::read(file).arms) both.push_back(compile(each.scenario));
        return both;
    }();
    return systems[arm == "noisy" ? 0 : 1];
}

// Question: how many organisation-rounds a second on one core, and which part of what the machine allows?
void opinions(benchmark::State& timed, const std::string& arm) {
    const System& system = system_with(arm);
    for ([[maybe_unused]] auto _ : timed) {
        double spent = 0;
        for (std::uint64_t first = 0; first < kReplicates; first += kLanes) {
            State<kLanes> state = initialise<kLanes>(system, first);
            const double start = workload::processor_seconds();
            for (; state.round < system.rounds; ++state.round) {
                deliberate(system, state);
                speak(system, state);
            }
            spent += workload::processor_seconds() - start;
        }
        timed.SetIterationTime(spent);
    }
    const double rounds = static_cast<double>(kReplicates) * system.rounds;
    const bench::Floor floor = bench::floor_of(system);
    const bench::Needs needs = floor.together(2);
    timed.counters["organisation_rounds"] =
        benchmark::Counter(floor.organisations * rounds, benchmark::Counter::kIsIterationInvariantRate);
    bench::hold_against(timed, needs, kLanes * needs.bytes_read, floor.organisations, rounds);
}
BENCHMARK_CAPTURE(opinions, noise, "noisy")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(opinions, no_noise, "quiet")->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace clout
