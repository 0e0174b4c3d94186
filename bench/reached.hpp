// What a round costs here and now, to be held against its floor.
#pragma once

#include "bench/floor.hpp"
#include "bench/workload.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <vector>

namespace clout::bench {

// [s] of each phase in one round of one replicate, the mean over rounds; L replicates in lanes. One block is
// played `plays` times, and of each phase in each round the fastest counts: what others do on the machine is
// no part of it.
template <int L>
[[nodiscard]] std::array<double, 6> phase_seconds(const System& system, int plays) {
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    std::vector<std::array<double, 6>> best(system.rounds);
    for (auto& round : best) round.fill(std::numeric_limits<double>::infinity());
    double reading = 1;  // [s] that reading the clock takes
    for (int play = 0; play < plays; ++play) {
        State<L> state = initialise<L>(system, 0);
        for (; state.round < system.rounds; ++state.round) {
            for (std::size_t p = 0; p < 6; ++p) {
                const auto start = Clock::now();
                kPhases<L>[p].act(system, state);
                const auto end = Clock::now();
                double& fastest = best[state.round][p];
                fastest = std::min(fastest, seconds(end - start));
                reading = std::min(reading, seconds(Clock::now() - end));
            }
        }
    }
    std::array<double, 6> mean{};
    for (const auto& round : best) {
        for (std::size_t p = 0; p < 6; ++p)
            mean[p] += std::max(round[p] - reading, 0.0) / (L * system.rounds);
    }
    return mean;
}

// Adds to a benchmark's counters how many organisation-rounds a second the floor of `needs` allows, and what
// part of that was reached. `rounds`: of how many rounds and replicates an iteration is made.
inline void hold_against(benchmark::State& timed, const Needs& needs, double state_bytes,
                         double organisations, double rounds) {
    using benchmark::Counter;
    const double least = time_of(needs, ceilings(), state_bytes).floor();
    timed.counters["floor"] = Counter(organisations / least);
    timed.counters["of_floor"] = Counter(rounds * least, Counter::kIsIterationInvariantRate);
}

}  // namespace clout::bench
