// Models whose shares are known, and samples of them.
#pragma once

#include "engine/analysis/estimators/sample.hpp"
#include "engine/core/design_shape.hpp"
#include "engine/core/quantiles.hpp"
#include "engine/designs/addressed.hpp"

#include <cmath>
#include <functional>
#include <numbers>
#include <span>
#include <vector>

namespace clout {

using Model = std::function<double(std::span<const double>)>;

struct Sampled {
    std::size_t factors = 0;
    std::vector<double> quantiles, values;
    [[nodiscard]] Sample view() const { return {factors, quantiles, values}; }
};

// Independent points, as futures are; the model sees one more quantile than it has factors: its luck.
inline Sampled sampled(std::size_t factors, std::size_t points, std::uint64_t seed, const Model& model) {
    Sampled sample{factors, {}, {}};
    std::vector<double> u(factors + 1);
    for (std::size_t r = 0; r < points; ++r) {
        for (std::size_t f = 0; f <= factors; ++f) u[f] = open_unit(design_hash(seed, r, f));
        sample.quantiles.insert(sample.quantiles.end(), u.begin(), u.end() - 1);
        sample.values.push_back(model(u));
    }
    return sample;
}

template <class D>
Sampled sampled_by(const DesignShape& shape, const Model& model) {
    const D design(shape);
    Sampled sample{shape.factors, {}, {}};
    std::vector<double> u(shape.factors);
    for (std::size_t i = 0; i < design.points(); ++i) {
        design.fill(i, u);
        sample.quantiles.insert(sample.quantiles.end(), u.begin(), u.end());
        sample.values.push_back(model(u));
    }
    return sample;
}

inline double root_mean_square(const std::vector<double>& misses) {
    double sum = 0;
    for (const double miss : misses) sum += miss * miss;
    return std::sqrt(sum / static_cast<double>(misses.size()));
}

// Ishigami & Homma 1990, a = 7, b = 0.1: S .3139 .4424 0, T .5576 .4424 .2437; of Shapley effects, the
// interaction of the first and the third is divided.
inline double ishigami(std::span<const double> u) {
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    const double s = std::sin(x(1));
    return std::sin(x(0)) + 7 * s * s + 0.1 * x(2) * x(2) * x(2) * x(2) * std::sin(x(0));
}
inline const std::vector<double> kIshigamiFirst{0.3139, 0.4424, 0}, kIshigamiTotal{0.5576, 0.4424, 0.2437},
    kIshigamiShapley{0.4357, 0.4424, 0.1218};

// Sobol's g with a = 0, 1, 4.5, 9, 99.
inline const std::vector<double> kG{0, 1, 4.5, 9, 99};
inline double sobol_g(std::span<const double> u) {
    double product = 1;
    for (std::size_t i = 0; i < kG.size(); ++i) product *= (std::abs(4 * u[i] - 2) + kG[i]) / (1 + kG[i]);
    return product;
}
inline std::vector<double> sobol_g_shares(bool total) {
    double whole = 1;
    std::vector<double> own;
    for (const double a : kG) {
        own.push_back(1 / (3 * (1 + a) * (1 + a)));
        whole *= 1 + own.back();
    }
    std::vector<double> shares;
    for (const double v : own) shares.push_back((total ? v * whole / (1 + v) : v) / (whole - 1));
    return shares;
}

// 55 factors, of which 12 live: additive with squares, one interaction, and as much luck again.
inline constexpr std::size_t kMany = 55, kLive = 12;
inline double weight_of(std::size_t factor) { return std::pow(0.8, static_cast<double>(factor)); }
inline double many_factors(std::span<const double> u) {
    double sum = 0, additive = 0;
    const auto line = [&](std::size_t f) { return std::sqrt(3.0) * (2 * u[f] - 1); };
    const auto bent = [&](std::size_t f) {
        return std::sqrt(5.0) * (1.5 * (2 * u[f] - 1) * (2 * u[f] - 1) - 0.5);
    };
    for (std::size_t f = 0; f < kLive; ++f) {
        sum += weight_of(f) * (line(f) + 0.4 * bent(f));
        additive += weight_of(f) * weight_of(f) * 1.16;
    }
    const double variance = additive + 0.36;
    return sum + 0.6 * line(0) * line(1) + std::sqrt(variance) * normal_quantile(u[kMany]);
}
inline std::vector<double> many_factors_shares(bool total) {
    std::vector<double> shares(kMany);
    double additive = 0;
    for (std::size_t f = 0; f < kLive; ++f) additive += shares[f] = weight_of(f) * weight_of(f) * 1.16;
    if (total) {
        shares[0] += 0.36;
        shares[1] += 0.36;
    }
    for (double& share : shares) share /= 2 * (additive + 0.36);
    return shares;
}

}  // namespace clout
