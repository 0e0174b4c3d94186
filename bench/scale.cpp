// How large may a system be? From ten thousand to a million practices: does each step stay linear, and what
// does memory hold? The largest is 10,000 unless CLOUT_BENCH_ORGANISATIONS says otherwise, for the tests run
// them all.
#include "bench/workload.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>

namespace clout {
namespace {

namespace fs = std::filesystem;

// Words in capitals are filled in.
const char* const kNation = R"(clout: 1
title: A nation
places: [PLACES]
clock: {years: 5, rounds_per_year: 4}
programmes:
  urgent: {delivered_by: {acute: 4, practice: 1}}
  access: {delivered_by: {practice: 1}}
  prevention: {delivered_by: {practice: 2, council: 1}}
sectors:
  practice:
    position: {urgent: 1, access: 4, prevention: 2}
    spread: {uniform: [0.4, 0.9]}
    income_spread: 0.6
    susceptibility: 0.3
    commitment: 0.6
    commitment_spread: 0.15
    sign_off: [group]
    lapse_to: acute
    can_fail: true
    taken_over_by: acute
  acute: {position: {urgent: 5, access: 1, prevention: 1}, spread: 0.5}
  council: {position: {urgent: 1, access: 1, prevention: 4}, spread: 0.5}
organisations:
  surgery: {sector: practice, WHERE, income: 1.1, list_size: 8500}
  trust: {sector: acute, per_place: 1, income: 400}
  borough: {sector: council, per_place: 1, income: 200}
bodies:
  network:
    per_place: NETWORKS
    mandate: {uniform: [0.3, 0.6]}
    fidelity: 0.95
    feedback: 0.3
    members: {surgery: {deal: true}}
  group: {per_place: 1, mandate: 0.5, fidelity: 0.9, feedback: 0.2, champion: 3, members: {network: {}}}
  local:
    per_place: 1
    patience: 0.5
    members: {group: {initiative: 0.2}, trust: {initiative: 0.5}, borough: {initiative: 0.5}}
  national: {patience: 0.5, members: {group: {votes: 2}, trust: {votes: 4}, borough: {votes: 2}}}
funds:
  core: {amount: CORE, protected_for: practice}
  pot: {amount: POT, decided_by: local, inertia: 0.8, status_quo: {urgent: 5, access: 2, prevention: 1}}
  growth: {amount: GROWTH, decided_by: national, inertia: 0.8, status_quo: {urgent: 5, access: 2}}
dynamics:
  opinion_noise: 0.02
  money_to_clout: 0.5
  demand_growth: 0.03
  success: 0.3
  predation: 0.05
  norm: 0.3
  reversion: 0.3
  commitment_noise: 0.05
  strain: 0.6
  shock: {uniform: [0.22, 0.32]}
  takeover: 0.1
  mandate_decay: 0.2
  champion_exit: 0.1
  goodwill_recovery: 0.3
  deadlock_cost: 0.15
)";

std::string filled(std::string text, const std::map<std::string, std::string>& words) {
    for (const auto& [word, filling] : words) text.replace(text.find(word), word.size(), filling);
    return text;
}

// Five practices to a network, a thousand networks to a place (or ten), a board at every place and one above.
// `where` says how practices come into being, instead of so many in each place.
std::string nation(std::size_t practices, std::size_t in_a_place = 5000, const std::string& where = {}) {
    const std::size_t places = std::max<std::size_t>(practices / in_a_place, 2), here = practices / places;
    std::string names;
    for (std::size_t p = 1; p <= places; ++p) names += (p > 1 ? ", area" : "area") + std::to_string(p);
    const auto money = [&](double each) { return std::to_string(each * static_cast<double>(practices)); };
    return filled(kNation, {{"PLACES", names},
                            {"WHERE", where.empty() ? "per_place: " + std::to_string(here) : where},
                            {"NETWORKS", std::to_string(here / 5)},
                            {"CORE", money(0.9)},
                            {"POT", money(0.1)},
                            {"GROWTH", money(0.02)}});
}

// The same practices, each written out as a kind of its own: a long file instead of a large number.
std::string roll(std::size_t practices) {
    std::string organisations, networks, seats;
    for (std::size_t i = 1; i <= practices; ++i) {
        const std::string n = std::to_string(i);
        organisations +=
            "  surgery" + n + ": {sector: practice, income: 1.1, list_size: {uniform: [4000, 12000]}}\n";
        if (i % 5 != 0) continue;
        networks += "  network" + n + ": {mandate: 0.5, fidelity: 0.95, members: {";
        for (std::size_t m = i - 4; m <= i; ++m) networks += "surgery" + std::to_string(m) + ": {}, ";
        networks += "}}\n";
        seats += "network" + n + ": {}, ";
    }
    return "clout: 1\ntitle: A roll\nclock: {years: 1}\nprogrammes: {access: {delivered_by: {practice: 1}}}\n"
           "sectors: {practice: {position: {access: 1}}}\norganisations:\n" +
           organisations + "bodies:\n" + networks + "  board: {members: {" + seats +
           "}}\nfunds: {pot: {amount: 1, decided_by: board, status_quo: {access: 1}}}\n";
}

// And as a table of places, incomes and lists.
std::string roster(std::size_t practices) {
    std::string rows = "name,place,income,list_size,member_of\n";
    for (std::size_t i = 1; i <= practices; ++i) {
        rows += "surgery-" + std::to_string(i) + ",area" + std::to_string(i * 2 / (practices + 1) + 1) +
                ",1." + std::to_string(i % 10) + ',' + std::to_string(5000 + i % 4000) + ",\n";
    }
    return rows;
}

fs::path folder() {
    static const struct Scratch {
        fs::path path = fs::temp_directory_path() / ("clout-bench-" + std::to_string(::getpid()));
        Scratch() { fs::create_directories(path); }
        ~Scratch() { fs::remove_all(path); }
    } scratch;
    return scratch.path;
}

fs::path written(const std::string& name, const std::string& text) {
    std::ofstream(folder() / name) << text;
    return folder() / name;
}

fs::path nation_file(std::size_t practices) {
    return written("nation-" + std::to_string(practices) + ".yaml", nation(practices));
}

fs::path hamlets_file(std::size_t practices) {
    return written("hamlets-" + std::to_string(practices) + ".yaml", nation(practices, 50));
}

fs::path roster_file(std::size_t practices) {
    const std::string rows = "roster-" + std::to_string(practices) + ".csv";
    written(rows, roster(practices));
    return written("listed-" + std::to_string(practices) + ".yaml", nation(10'000, 5000, "roster: " + rows));
}

// Tenfold steps up to what the environment asks for.
void sizes(benchmark::internal::Benchmark* bench) {
    const char* const asked = std::getenv("CLOUT_BENCH_ORGANISATIONS");
    const long largest = asked ? std::atol(asked) : 10'000;
    for (long practices = std::min(largest, 10'000L); practices <= largest; practices *= 10)
        bench->Arg(practices);
    bench->Unit(benchmark::kMillisecond);
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
    const fs::path file = written("roll.yaml", roll(practices));
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
BENCHMARK(place_nation<16>)->Apply(sizes);

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
BENCHMARK(play_nation<16>)->Apply(sizes)->UseManualTime();

void play_hamlets(benchmark::State& timed) {
    play_all<16>(timed, system_of(hamlets_file(static_cast<std::size_t>(timed.range(0)))));
}
BENCHMARK(play_hamlets)->Apply(sizes)->UseManualTime();

}  // namespace
}  // namespace clout
