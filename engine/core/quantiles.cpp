#include "engine/core/quantiles.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/elementary.hpp"

namespace clout {
namespace {

template <int N>
double rational_part(double x, const double (&c)[N]) {
    return elementary::polynomial(Pack<1>(x), c)[0];
}

// AS 241: the middle 85 %, in q^2 = (u - 1/2)^2.
constexpr double kMiddle[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                              1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                              3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kMiddleBelow[] = {1.0,
                                   4.2313330701600911252e+1,
                                   6.8718700749205790830e+2,
                                   5.3941960214247511077e+3,
                                   2.1213794301586595867e+4,
                                   3.9307895800092710610e+4,
                                   2.8729085735721942674e+4,
                                   5.2264952788528545610e+3};
// The tails, in r = sqrt(-log u), up to 5.
constexpr double kTail[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kTailBelow[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
// The far tails.
constexpr double kFar[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                           2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                           2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kFarBelow[] = {1.0,
                                5.99832206555887937690e-1,
                                1.36929880922735805310e-1,
                                1.48753612908506148525e-2,
                                7.86869131145613259100e-4,
                                1.84631831751005468180e-5,
                                1.42151175831644588870e-7,
                                2.04426310338993978564e-15};

// log(x^a (1 - x)^b / B(a, b)); `minus_log_beta` is -log B(a, b).
double log_weight(double x, double a, double b, double minus_log_beta) {
    return a * log1(x) + b * log1(1.0 - x) + minus_log_beta;
}

double minus_log_beta(double a, double b) { return log_gamma(a + b) - log_gamma(a) - log_gamma(b); }

// The continued fraction of DLMF 8.17.22 for x below (a + 1) / (a + b + 2), where it converges fast.
double beta_fraction(double x, double a, double b) {
    constexpr double kTiny = 1e-300;  // Lentz: stands in for a zero denominator
    constexpr double kEnough = 1e-16;
    constexpr int kMost = 100'000;  // it takes some sqrt(max(a, b)) terms
    const auto away_from_0 = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
    double c = 1.0;
    double d = 1.0 / away_from_0(1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int m = 1; m < kMost; ++m) {
        const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_0(1.0 + even * d);
        c = away_from_0(1.0 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_0(1.0 + odd * d);
        c = away_from_0(1.0 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1.0) < kEnough) {
            break;
        }
    }
    return fraction;
}

double incomplete(double x, double a, double b, double minus_log) {
    if (!(x > 0.0)) {
        return 0.0;
    }
    if (!(x < 1.0)) {
        return 1.0;
    }
    const double weight = exp1(log_weight(x, a, b, minus_log));
    return x < (a + 1.0) / (a + b + 2.0) ? weight * beta_fraction(x, a, b) / a
                                         : 1.0 - weight * beta_fraction(1.0 - x, b, a) / b;
}

}  // namespace

double normal_quantile(double u) {
    const double q = u - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;  // 0.425^2 - q^2
        return q * rational_part(r, kMiddle) / rational_part(r, kMiddleBelow);
    }
    const double r = native::square_root<1>(-log1(q < 0.0 ? u : 1.0 - u));
    const double distance = r <= 5.0 ? rational_part(r - 1.6, kTail) / rational_part(r - 1.6, kTailBelow)
                                     : rational_part(r - 5.0, kFar) / rational_part(r - 5.0, kFarBelow);
    return q < 0.0 ? -distance : distance;
}

double log_gamma(double x) {
    constexpr double kHalfLog2Pi = 0.91893853320467274178;
    // B_2k / (2k (2k - 1)): the terms of Stirling's series.
    constexpr double kStirling[] = {1.0 / 12.0,   -1.0 / 360.0,      1.0 / 1260.0, -1.0 / 1680.0,
                                    1.0 / 1188.0, -691.0 / 360360.0, 1.0 / 156.0};
    double product = 1.0;
    for (; x < 12.0; x += 1.0) {
        product *= x;
    }
    const double series = rational_part(1.0 / (x * x), kStirling) / x;
    return (x - 0.5) * log1(x) - x + kHalfLog2Pi + series - log1(product);
}

double incomplete_beta(double x, double a, double b) { return incomplete(x, a, b, minus_log_beta(a, b)); }

double beta_quantile(double u, double a, double b) {
    const double minus_log = minus_log_beta(a, b);
    double low = 0.0;
    double high = 1.0;
    // Near 0, I_x is about x^a / (a B): a start that is right where the lower tail is long, and harmless
    // elsewhere.
    const double start = exp1((log1(u * a) - minus_log) / a);
    double x = start < 0.5 * a / (a + b) ? start : a / (a + b);
    for (int step = 0; step < 200; ++step) {
        const double miss = incomplete(x, a, b, minus_log) - u;
        (miss > 0.0 ? high : low) = x;
        const double density = exp1(log_weight(x, a, b, minus_log)) / (x * (1.0 - x));
        double next = x - miss / density;
        if (!(next > low && next < high)) {
            next = low + 0.5 * (high - low);
        }
        if (std::abs(next - x) <= 1e-15 * x) {
            return next;
        }
        x = next;
    }
    return x;
}

}  // namespace clout
