#include "bench/ceilings.hpp"

#include "bench/register_pass.hpp"
#include "bench/workload.hpp"
#include "engine/base/elementary.hpp"
#include "engine/base/philox.hpp"
#include "engine/base/stream.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <limits>
#include <memory>
#include <thread>

namespace clout::bench {
namespace {

constexpr double kRun = 1e-3;  // [s] of one run, at least
constexpr int kRuns = 9;
constexpr int kLanes = 16;
constexpr int kAbreast =
    32;  // lanes of elementary functions, where they are fastest (powers in elementary.hpp)
constexpr std::size_t kNumbers = 4096;  // doubles walked in one pass: 32 KiB

double seconds_of(const std::function<double()>& pass, int passes, double& done) {
    done = 0;
    const double start = workload::processor_seconds();
    for (int i = 0; i < passes; ++i) done += pass();
    return workload::processor_seconds() - start;
}

// [a second] of each run, slowest first, on this thread, by its processor time.
std::vector<double> runs_of(const std::function<double()>& pass) {
    double done = 0;
    int passes = 1;  // in a run, so many that the clock costs nothing
    while (seconds_of(pass, passes, done) < kRun) passes *= 2;
    std::vector<double> rates;
    for (int run = 0; run < kRuns; ++run) {
        const double spent = seconds_of(pass, passes, done);
        rates.push_back(done / spent);
    }
    std::sort(rates.begin(), rates.end());
    return rates;
}

Probe probe(std::string name, std::function<double()> pass) {
    return {std::move(name), [pass = std::move(pass)] { return pass; }};
}

double add_multiply_pass() {
    using Vector = Pack<native::kWidth>;
    const Vector plus = unknown(Vector(1e-9)), times = unknown(Vector(1 - 1e-9));
    return register_pass(
        1.0, 1.0, [&](const Vector& x, int c) CLOUT_LAMBDA { return c % 2 == 0 ? x + plus : x * times; });
}

double divide_pass() {
    using Vector = Pack<native::kWidth>;
    const Vector over = unknown(Vector(1.7));
    return register_pass(1.0, 1.0, [&](const Vector& x, int) CLOUT_LAMBDA { return over / x; });
}

double root_pass() {
    using Vector = Pack<native::kWidth>;
    const Vector plus = unknown(Vector(1.0));
    return register_pass(1.0, 1.0, [&](const Vector& x, int) CLOUT_LAMBDA { return sqrt(x + plus); });
}

double words_pass() {
    constexpr int W = native::kWidth;
    constexpr std::uint32_t kBlocks = 1024;
    const native::Whole<W> key = native::every_whole<W>(unknown(std::uint64_t{7}));
    const native::Keys<W> keys(key, key);
    native::Counter counter{{1, 2, 3, 0}};
    native::Whole<W> all{};
    for (; counter.word[3] < kBlocks; ++counter.word[3]) {
        const native::Words<W> found = native::philox<W>(counter, keys);
        all ^= found.word[0] ^ found.word[1] ^ found.word[2] ^ found.word[3];
    }
    use(all);
    return 4.0 * W * kBlocks;
}

// So many for each of many names.
template <std::size_t N>
double normals_pass() {
    constexpr std::size_t kNames = 16;
    constexpr std::uint32_t kTimes = 16;
    const Luck<kLanes> luck(1, 0);
    std::array<std::uint64_t, kNames> names;
    for (std::size_t i = 0; i < kNames; ++i) names[i] = unknown(i);
    std::array<Pack<kLanes>, N * kNames> some;
    for (std::uint32_t round = 0; round < kTimes; ++round) {
        luck.normals(names, round, Purpose::round, 0, N, some.data());
        use(some);
    }
    return static_cast<double>(some.size()) * kLanes * kTimes;
}

double uniforms_pass() {
    constexpr std::uint32_t kTimes = 1024;
    const Luck<kLanes> luck(1, 0);
    for (std::uint32_t name = 0; name < kTimes; ++name) use(luck.uniform({name, 0, Purpose::agreement, 0}));
    return static_cast<double>(kLanes) * kTimes;
}

// f of numbers from low to high.
template <class F>
Probe walk(std::string name, double low, double high, F f) {
    return {std::move(name), [low, high, f]() -> std::function<double()> {
                auto x = std::make_shared<std::vector<Pack<kAbreast>>>(kNumbers / kAbreast);
                auto y = std::make_shared<std::vector<Pack<kAbreast>>>(*x);
                for (std::size_t i = 0; i < kNumbers; ++i) {
                    const double part = (static_cast<double>(i) + 0.5) / kNumbers;
                    (*x)[i / kAbreast].set(i % kAbreast, low + (high - low) * part);
                }
                return [x, y, f] {
                    for (std::size_t i = 0; i < x->size(); ++i) (*y)[i] = f((*x)[i]);
                    use(y->front());
                    return static_cast<double>(kNumbers);
                };
            }};
}

using Vectors = std::vector<Pack<native::kWidth>>;

double read_pass(const Vectors& a) {
    constexpr std::size_t kAtOnce = 8;
    Pack<native::kWidth> sum[kAtOnce];
    for (auto& part : sum) part = 0.0;
    const Pack<native::kWidth>* from = a.data();
    for (std::size_t left = a.size() / kAtOnce; left > 0; --left, from += kAtOnce)
        unrolled<kAtOnce>([&](int j) CLOUT_LAMBDA { sum[j] = sum[j] + from[j]; });
    Pack<native::kWidth> all(0.0);
    for (const auto& part : sum) all = all + part;
    use(all);
    return static_cast<double>(a.size() / kAtOnce * kAtOnce * sizeof a[0]);
}

double copy_pass(const Vectors& a, Vectors& b) {
    const Pack<native::kWidth> scale = unknown(Pack<native::kWidth>(1.0));
    for (std::size_t i = 0; i < a.size(); ++i) b[i] = scale * a[i];
    use(b.front());
    return 2.0 * static_cast<double>(a.size() * sizeof a[0]);
}

double triad_pass(const Vectors& a, const Vectors& b, Vectors& c) {
    const Pack<native::kWidth> scale = unknown(Pack<native::kWidth>(0.5));
    for (std::size_t i = 0; i < a.size(); ++i) c[i] = a[i] + scale * b[i];
    use(c.front());
    return 3.0 * static_cast<double>(a.size() * sizeof a[0]);
}

// `pass` over `arrays` arrays that together walk so many bytes.
template <class Pass>
Probe over_arrays(std::string name, double bytes, std::size_t arrays, Pass pass) {
    return {std::move(name), [bytes, arrays, pass]() -> std::function<double()> {
                const auto each = static_cast<std::size_t>(bytes) / arrays / sizeof(Vectors::value_type);
                auto all = std::make_shared<std::vector<Vectors>>();
                for (std::size_t a = 0; a < arrays; ++a) all->emplace_back(each, 1.0);
                return [all, pass] { return pass(*all); };
            }};
}

// [bytes] of a cache as the system tells; 0 where it does not.
double cache_bytes(int level) {
    for (int index = 0; index < 8; ++index) {
        const std::string folder = "/sys/devices/system/cpu/cpu0/cache/index" + std::to_string(index) + '/';
        int found = 0;
        double kib = 0;
        std::string type;
        std::ifstream(folder + "level") >> found;
        std::ifstream(folder + "type") >> type;
        std::ifstream(folder + "size") >> kib;  // "48K"
        if (found == level && type != "Instruction") return 1024 * kib;
    }
    return 0;
}

void raise(double& figure, double found) { figure = std::max(figure, found); }

void raise(Bandwidth& figures, const Level& level, std::size_t threads) {
    const std::vector<Probe> probes = memory_probes(level);
    raise(figures.read, rate_of(probes[0], threads));
    raise(figures.copy, rate_of(probes[1], threads));
    raise(figures.triad, rate_of(probes[2], threads));
}

// Measures everything and keeps what is better than what was known.
void look_at(Ceilings& all) {
    double* const figures[] = {&all.add_multiply, &all.fused,      &all.divide,  &all.root,
                               &all.words,        &all.uniforms,   &all.normals, &all.normals_of_8,
                               &all.exponentials, &all.logarithms, &all.powers};
    const std::vector<Probe> probes = arithmetic_probes();
    for (std::size_t p = 0; p < probes.size(); ++p) raise(*figures[p], rate_of(probes[p]));
    for (Level& level : all.levels) {
        raise(level.one, level, 1);
        raise(level.both, level, 2);
    }
}

}  // namespace

double rate_of(const Probe& probe, std::size_t threads) {
    if (threads == 1) return runs_of(probe.make()).back();
    std::atomic<std::size_t> ready{0};
    std::vector<double> rates(threads);
    std::vector<std::thread> crew;
    for (std::size_t t = 0; t < threads; ++t) {
        crew.emplace_back([&, t] {
            const auto pass = probe.make();
            for (++ready; ready < threads;) std::this_thread::yield();
            rates[t] = runs_of(pass)[kRuns / 2];
        });
    }
    double sum = 0;
    for (std::size_t t = 0; t < threads; ++t) {
        crew[t].join();
        sum += rates[t];
    }
    return sum;
}

std::vector<Probe> arithmetic_probes() {
    using Abreast = Pack<kAbreast>;
    return {probe("add_multiply", add_multiply_pass),
            probe("fused", fused_pass),
            probe("divide", divide_pass),
            probe("root", root_pass),
            probe("words", words_pass),
            probe("uniforms", uniforms_pass),
            probe("normals", normals_pass<4>),
            probe("normals_of_8", normals_pass<8>),
            walk("exponentials", -20.0, 1.0, [](const Abreast& x) { return exp(x); }),
            walk("logarithms", 0.0, 2.0, [](const Abreast& x) { return log(x); }),
            walk("powers", 0.0, 2.0, [](const Abreast& x) { return power(x, Abreast(0.37)); })};
}

std::vector<Probe> memory_probes(const Level& level) {
    return {over_arrays("read", level.walked, 1, [](std::vector<Vectors>& of) { return read_pass(of[0]); }),
            over_arrays("copy", level.walked, 2,
                        [](std::vector<Vectors>& of) { return copy_pass(of[0], of[1]); }),
            over_arrays("triad", level.walked, 3,
                        [](std::vector<Vectors>& of) { return triad_pass(of[0], of[1], of[2]); })};
}

std::vector<Level> memory_levels() {
    std::vector<Level> levels;
    double last = 32 * 1024;
    for (const int level : {1, 2, 3}) {
        const double bytes = cache_bytes(level);
        if (bytes <= 0) continue;
        last = bytes;
        levels.push_back({"L" + std::to_string(level), bytes, bytes / (level == 3 ? 4 : 2), {}, {}});
    }
    levels.push_back({"DRAM", std::numeric_limits<double>::infinity(), 4 * last, {}, {}});
    return levels;
}

const Level& Ceilings::level_of(double bytes) const {
    return *std::find_if(levels.begin(), levels.end(),
                         [&](const Level& level) { return bytes <= level.holds; });
}

const Ceilings& ceilings(int looks) {
    static const Ceilings measured = [looks] {
        Ceilings all;
        all.levels = memory_levels();
        for (int look = 0; look < looks; ++look) look_at(all);
        return all;
    }();
    return measured;
}

}  // namespace clout::bench
