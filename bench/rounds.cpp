// What does the whole model cost an organisation and round, which phase is it, and how much less could it be?
// Greater Manchester as it is, with all its noise; one core; one replicate alone and sixteen in lanes.
#include "bench/reached.hpp"
#include "engine/run/ensemble.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace clout {
namespace {

const System& manchester() { return workload::baseline("greater-manchester"); }

const bench::Floor& floor() {
    static const bench::Floor counted = bench::floor_of(manchester());
    return counted;
}

// In a round the whole State passes by, whichever phase is asked about.
void hold_against(benchmark::State& timed, const bench::Needs& needs, double lanes) {
    bench::hold_against(timed, needs, lanes * floor().together().bytes_read, floor().organisations,
                        lanes * manchester().rounds);
}

// One organisation in one round of one replicate is the unit of all rates here; MODEL.md calls it an
// organisation-round.
void count(benchmark::State& state, const System& system, std::size_t replicates) {
    const double units =
        static_cast<double>(system.organisations.size()) * system.rounds * static_cast<double>(replicates);
    state.counters["organisation_rounds"] =
        benchmark::Counter(units, benchmark::Counter::kIsIterationInvariantRate, benchmark::Counter::kIs1000);
}

// [s] of processor time for all rounds of one block.
template <int L>
double seconds_of_block(std::uint64_t first_replicate) {
    const System& system = manchester();
    State<L> state = initialise<L>(system, first_replicate);
    const double start = workload::processor_seconds();
    for (; state.round < system.rounds; ++state.round) play_round(system, state);
    return workload::processor_seconds() - start;
}

// Question: how many organisation-rounds a second in one block, from round 0 to the last, once it stands, and
// which part of what the machine allows?
template <int L>
void whole_rounds(benchmark::State& timed) {
    std::uint64_t replicate = 0;
    for ([[maybe_unused]] auto _ : timed) {
        timed.SetIterationTime(seconds_of_block<L>(replicate));
        replicate += L;
    }
    count(timed, manchester(), L);
    hold_against(timed, floor().together(), L);
}
BENCHMARK(whole_rounds<1>)->UseManualTime();
BENCHMARK(whole_rounds<16>)->UseManualTime();

// Question: how many times faster is a replicate in lanes than alone, both played in turn?
void lanes_against_one(benchmark::State& timed) {
    constexpr int kAlone = 4;
    std::vector<double> ratios;
    for ([[maybe_unused]] auto _ : timed) {
        double alone = 0;
        for (std::uint64_t replicate = 0; replicate < kAlone; ++replicate)
            alone += seconds_of_block<1>(replicate) / kAlone;
        const double lanes = seconds_of_block<16>(0);
        timed.SetIterationTime(lanes);
        ratios.push_back(16 * alone / lanes);
    }
    timed.counters["times_one_lane"] = workload::median(ratios);
}
BENCHMARK(lanes_against_one)->UseManualTime();

// Question: and what does each phase cost by itself? (The number in a name is the phase's row.)
template <int L>
void phase(benchmark::State& timed) {
    const System& system = manchester();
    const auto wanted = static_cast<std::size_t>(timed.range(0));
    std::uint64_t replicate = 0;
    for ([[maybe_unused]] auto _ : timed) {
        State<L> state = initialise<L>(system, replicate);
        double spent = 0;
        for (; state.round < system.rounds; ++state.round) {
            for (std::size_t p = 0; p < kPhases<L>.size(); ++p) {
                const double start = p == wanted ? workload::processor_seconds() : 0;
                kPhases<L>[p].act(system, state);
                if (p == wanted) spent += workload::processor_seconds() - start;
            }
        }
        timed.SetIterationTime(spent);
        replicate += L;
    }
    timed.SetLabel(kPhases<L>[wanted].name);
    count(timed, system, L);
    hold_against(timed, floor().phases[wanted], L);
}
// So many times, because a phase of a hundredth of the round would otherwise be played for minutes.
BENCHMARK(phase<1>)->DenseRange(0, 5)->UseManualTime()->Iterations(160);
BENCHMARK(phase<16>)->DenseRange(0, 5)->UseManualTime()->Iterations(20);

// Question: what does it cost to draw and place a replicate before round 0, counted by the rounds it then
// plays?
template <int L>
void before_round_0(benchmark::State& timed) {
    std::uint64_t replicate = 0;
    for ([[maybe_unused]] auto _ : timed) {
        benchmark::DoNotOptimize(initialise<L>(manchester(), replicate));
        replicate += L;
    }
    count(timed, manchester(), L);
}
BENCHMARK(before_round_0<1>);
BENCHMARK(before_round_0<16>);

// Question: and with everything a finding needs: placed, played, observed, measured?
void ensemble_of_64(benchmark::State& timed) {
    const System* const systems[] = {&manchester()};
    EnsembleOptions options;
    options.replicates = 64;
    options.workers = {1};
    for ([[maybe_unused]] auto _ : timed) benchmark::DoNotOptimize(run_ensemble(systems, options));
    count(timed, manchester(), options.replicates);
}
BENCHMARK(ensemble_of_64)->MeasureProcessCPUTime();

}  // namespace
}  // namespace clout
