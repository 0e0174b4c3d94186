// How far off are the estimators of shares, where the shares are known? Root-mean-square error over factors
// and samples; CLOUT_BENCH_SAMPLES says over how many (2).
#include "engine/analysis/estimators/correlation_ratio.hpp"
#include "engine/analysis/estimators/pick_freeze.hpp"
#include "engine/analysis/estimators/shapley_effects.hpp"
#include "engine/analysis/estimators/sparse_chaos.hpp"
#include "engine/designs/jansen.hpp"
#include "engine/designs/shapley.hpp"
#include "tests/unit/analysis/estimators/known_models.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace clout {
namespace {

std::uint64_t samples_asked() {
    const char* asked = std::getenv("CLOUT_BENCH_SAMPLES");
    return asked == nullptr ? 2 : std::strtoull(asked, nullptr, 10);
}

std::vector<Estimate> classes(const Sample& sample) {
    std::vector<Estimate> shares;
    for (const FirstOrderShare& one : first_order_shares(sample)) shares.push_back(one.share);
    return shares;
}
std::vector<Estimate> chaos_first(const Sample& sample) { return fit_chaos(sample).first; }
std::vector<Estimate> chaos_total(const Sample& sample) { return fit_chaos(sample).total; }

using Draw = Sampled (*)(std::uint64_t seed);
using Read = std::vector<Estimate> (*)(const Sample&);

Sampled ishigami_1280(std::uint64_t seed) { return sampled(3, 1280, seed, ishigami); }
Sampled many_1000(std::uint64_t seed) { return sampled(kMany, 1000, seed, many_factors); }
Sampled g_5000(std::uint64_t seed) { return sampled(5, 5000, seed, sobol_g); }
Sampled line_2000(std::uint64_t seed) {
    return sampled(3, 2000, seed, [](std::span<const double> u) { return 3 * u[0] + 2 * u[1] - u[2]; });
}
Sampled ishigami_stars(std::uint64_t seed) { return sampled_by<JansenDesign>({3, 5120, seed, {}}, ishigami); }
Sampled ishigami_walks(std::uint64_t seed) {
    return sampled_by<ShapleyDesign>({3, 5120, seed, {}}, ishigami);
}

void error_of(benchmark::State& timed, Draw draw, Read read, const std::vector<double>& known) {
    std::vector<double> misses;
    for ([[maybe_unused]] auto _ : timed)
        for (std::uint64_t seed = 1; seed <= samples_asked(); ++seed) {
            const Sampled sample = draw(seed);
            const std::vector<Estimate> found = read(sample.view());
            for (std::size_t f = 0; f < known.size(); ++f) misses.push_back(found[f].value - known[f]);
        }
    timed.counters["rmse"] = root_mean_square(misses);
}

const std::vector<double> kLine{9.0 / 14, 4.0 / 14, 1.0 / 14};

#define CLOUT_ERROR(name, draw, read, known) \
    BENCHMARK_CAPTURE(error_of, name, draw, read, known)->Iterations(1)->Unit(benchmark::kMillisecond)

CLOUT_ERROR(classes_of_ishigami_1280, ishigami_1280, classes, kIshigamiFirst);
CLOUT_ERROR(classes_of_sobols_g_5000, g_5000, classes, sobol_g_shares(false));
CLOUT_ERROR(classes_of_a_line_2000, line_2000, classes, kLine);
CLOUT_ERROR(classes_of_55_factors_with_luck_1000, many_1000, classes, many_factors_shares(false));
CLOUT_ERROR(chaos_first_of_55_factors_with_luck_1000, many_1000, chaos_first, many_factors_shares(false));
CLOUT_ERROR(chaos_total_of_55_factors_with_luck_1000, many_1000, chaos_total, many_factors_shares(true));
CLOUT_ERROR(jansen_totals_of_ishigami_20480, ishigami_stars, total_shares, kIshigamiTotal);
CLOUT_ERROR(goda_effects_of_ishigami_20480, ishigami_walks, shapley_effects, kIshigamiShapley);

}  // namespace
}  // namespace clout
