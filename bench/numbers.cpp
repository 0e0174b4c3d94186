// What do numbers cost: elementary functions, counters turned into words, draws, quantiles?
#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "engine/base/elementary.hpp"
#include "engine/base/philox.hpp"
#include "engine/base/stream.hpp"
#include "engine/core/number.hpp"

namespace clout {
namespace {

constexpr std::size_t kNumbers = 4096;  // doubles walked in one pass: 32 KiB, inside the first cache

template <int L>
std::vector<Pack<L>> between(double low, double high) {
    std::vector<Pack<L>> all(kNumbers / L);
    for (std::size_t i = 0; i < kNumbers; ++i) {
        all[i / L].set(i % L, low + (high - low) * (static_cast<double>(i) + 0.5) / kNumbers);
    }
    return all;
}

void count(benchmark::State& state, std::size_t items) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(items));
}

template <int L, class F>
void walk(benchmark::State& state, double low, double high, F f) {
    std::vector<Pack<L>> x = between<L>(low, high);
    std::vector<Pack<L>> y(x.size());
    for ([[maybe_unused]] auto _ : state) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            y[i] = f(x[i]);
        }
        benchmark::DoNotOptimize(y.data());
        benchmark::ClobberMemory();
    }
    count(state, kNumbers);
}

// Question: how many exponentials a second, alone and in lanes?
template <int L>
void exponentials(benchmark::State& state) {
    walk<L>(state, -20.0, 1.0, [](const Pack<L>& x) { return exp(x); });
}
BENCHMARK(exponentials<1>);
BENCHMARK(exponentials<16>);

// Question: how many logarithms?
template <int L>
void logarithms(benchmark::State& state) {
    walk<L>(state, 0.0, 2.0, [](const Pack<L>& x) { return log(x); });
}
BENCHMARK(logarithms<1>);
BENCHMARK(logarithms<16>);

// Question: what does the formality of a board, a power a seat, cost?
template <int L>
void powers(benchmark::State& state) {
    walk<L>(state, 0.0, 1.0, [](const Pack<L>& x) { return power(x, Pack<L>(0.37)); });
}
BENCHMARK(powers<1>);
BENCHMARK(powers<16>);
BENCHMARK(powers<32>);

// Question: how many random words a second come out of Philox4x32-10?
template <int W>
void words(benchmark::State& state) {
    std::array<double, W> spare{};
    native::Whole<W> key;
    __builtin_memcpy(&key, spare.data(), sizeof key);
    const native::Keys<W> keys(key, key);
    native::Counter counter{{1, 2, 3, 0}};
    native::Whole<W> all{};
    for ([[maybe_unused]] auto _ : state) {
        for (std::uint32_t i = 0; i < 256; ++i) {
            ++counter.word[3];
            const native::Words<W> found = native::philox<W>(counter, keys);
            all ^= found.word[0] ^ found.word[1] ^ found.word[2] ^ found.word[3];
        }
        benchmark::DoNotOptimize(all);
    }
    count(state, std::size_t{256} * 4 * W);
}
BENCHMARK(words<1>);
BENCHMARK(words<native::kWidth>);

// Question: how many uniform numbers?
template <int L>
void uniforms(benchmark::State& state) {
    const Luck<L> luck(1, 0);
    Draw draw{1, 0, Purpose::agreement, 0};
    for ([[maybe_unused]] auto _ : state) {
        ++draw.name;
        benchmark::DoNotOptimize(luck.uniform(draw));
    }
    count(state, L);
}
BENCHMARK(uniforms<1>);
BENCHMARK(uniforms<16>);

// Question: how many standard normal numbers, asked for so many at a time (one a programme)?
template <int L>
void normals(benchmark::State& state) {
    const Luck<L> luck(1, 0);
    std::vector<Pack<L>> some(static_cast<std::size_t>(state.range(0)));
    Draw draw{1, 0, Purpose::round, 0};
    for ([[maybe_unused]] auto _ : state) {
        ++draw.name;
        luck.normals(draw, some);
        benchmark::DoNotOptimize(some.data());
        benchmark::ClobberMemory();
    }
    count(state, L * some.size());
}
BENCHMARK(normals<1>)->Arg(4);
BENCHMARK(normals<4>)->Arg(4);
BENCHMARK(normals<16>)->Arg(1)->Arg(2)->Arg(4)->Arg(5)->Arg(8)->Arg(16);

// Question: what would the standard library's normal numbers cost?
void standard_normals(benchmark::State& state) {
    std::mt19937_64 generator(1);
    std::normal_distribution<double> normal;
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(normal(generator));
    }
    count(state, 1);
}
BENCHMARK(standard_normals);

// Question: what does an uncertain number of a scenario cost when it is drawn?
void quantiles(benchmark::State& state) {
    Number number;
    number.shape = static_cast<Shape>(state.range(0));
    number.parameters = number.shape == Shape::triangular ? std::vector<double>{1.0, 2.0, 4.0}
                                                          : std::vector<double>{2.0, 5.0};
    double u = 0.0;
    for ([[maybe_unused]] auto _ : state) {
        u = u > 0.99 ? 0.001 : u + 0.00317;
        benchmark::DoNotOptimize(number.quantile(u));
    }
    count(state, 1);
}
BENCHMARK(quantiles)
    ->Arg(static_cast<int>(Shape::triangular))
    ->Arg(static_cast<int>(Shape::normal))
    ->Arg(static_cast<int>(Shape::beta));

}  // namespace
}  // namespace clout
