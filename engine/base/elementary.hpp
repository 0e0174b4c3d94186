// exp, log, power, sine and cosine without libm: straight-line arithmetic over lanes, so that every target,
// thread and block gives the same bits.
//
// The polynomials are minimax fits made for this file (Remez exchange in 60 digits). Errors measured against
// libm in long double, and held by tests/unit/base/elementary_test.cpp: exp 1.04 ulp, log 0.83 ulp; sine and
// cosine 1.6 ulp up to a tenth of a turn, and everywhere within 1.6 2^-53. Results of exp below the smallest
// normal number are 0.
#pragma once

#include <bit>
#include <limits>

#include "engine/base/lanes.hpp"

namespace clout {
namespace native {

// c[First] + c[First + 1] x + … (Count terms), halved again and again (Estrin 1960): a short chain of
// operations, which is what a processor waits for. `powers` holds x, x^2, x^4, x^8.
template <int W, int First, int Count, int N>
CLOUT_INLINE Real<W> estrin(const Real<W> (&powers)[4], const double (&c)[N]) {
    if constexpr (Count == 1) {
        return every<W>(c[First]);
    } else {
        constexpr int kLevel = std::bit_width(static_cast<unsigned>(Count - 1)) - 1;
        constexpr int kHalf = 1 << kLevel;
        return estrin<W, First, kHalf>(powers, c) +
               powers[kLevel] * estrin<W, First + kHalf, Count - kHalf>(powers, c);
    }
}

// The polynomial c[0] + c[1] x + ….
template <int W, int N>
CLOUT_INLINE Real<W> polynomial(Real<W> x, const double (&c)[N]) {
    static_assert(N <= 16);
    const Real<W> x2 = x * x;
    const Real<W> x4 = x2 * x2;
    return estrin<W, 0, N>({x, x2, x4, x4 * x4}, c);
}

// Adding this rounds |x| < 2^51 to the nearest whole number and leaves that number in the low bits.
inline constexpr double kRounder = 0x1.8p52;
// ln 2 in two parts; the first ends in 21 zero bits, so that its products with exponents are exact.
inline constexpr double kLog2High = 0x1.62e42fee00000p-1;
inline constexpr double kLog2Low = 0x1.a39ef35793c76p-33;

template <int W>
CLOUT_INLINE Real<W> exponential(Real<W> x) {
    // x = n ln 2 + r, |r| <= ln 2 / 2; e^r = 1 + r + r^2 P(r) to 2^-57.9.
    constexpr double kP[] = {0x1.000000000000ap-1,  0x1.55555555554f9p-3,  0x1.555555555083ep-5,
                             0x1.1111111127d14p-7,  0x1.6c16c18438b79p-10, 0x1.a01a012a0d248p-13,
                             0x1.a01999e256f02p-16, 0x1.71df25b824940p-19, 0x1.28ad9b8cf1c58p-22,
                             0x1.ad7f364a50838p-26};
    constexpr double kLargest = 709.782712893384;  // e^x is finite up to here
    constexpr double kSmallest = -708.39;          // and a normal number from here
    const Real<W> rounded = x * 0x1.71547652b82fep+0 + kRounder;
    const Real<W> n = rounded - kRounder;
    const Real<W> r = (x - n * kLog2High) - n * kLog2Low;
    const Real<W> e = (r * r * polynomial<W>(r, kP) + r) + 1.0;
    const Real<W> scaled = from_bits<W>(bits<W>(e) + (bits<W>(rounded) << 52));  // e 2^n
    const Real<W> bounded = choose<W>(less<W>(x, every<W>(kSmallest)), every<W>(0.0), scaled);
    return choose<W>(less<W>(every<W>(kLargest), x), every<W>(std::numeric_limits<double>::infinity()),
                     bounded);
}

// log x for normal, finite, positive x, plus `shift` ln 2.
template <int W>
CLOUT_INLINE Real<W> positive_log(Real<W> x, Real<W> shift) {
    // x = 2^k (1 + f), 1 + f in [sqrt ½, sqrt 2); with s = f / (2 + f) and z = s^2,
    // log(1 + f) = 2 atanh s = f - (f^2 / 2 - s (f^2 / 2 + z R(z))); R to 2^-58.5.
    constexpr double kR[] = {0x1.5555555555593p-1, 0x1.999999997fc76p-2, 0x1.2492494204529p-2,
                             0x1.c71c51f8b4eb5p-3, 0x1.74664288ae147p-3, 0x1.39a158020d15fp-3,
                             0x1.2f0977ffd979dp-3};
    constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcdu;  // the bits of sqrt ½
    constexpr std::uint64_t kOne = 0x3ff0000000000000u;
    constexpr std::uint64_t kFraction = 0x000fffffffffffffu;
    constexpr std::uint64_t kTwo52 = 0x4330000000000000u;  // the bits of 2^52
    const Whole<W> above = bits<W>(x) - kRootHalf;
    const Whole<W> exponent = (above + kOne) >> 52;  // k + 1023
    const Real<W> k = (from_bits<W>(exponent | kTwo52) - (0x1p52 + 1023.0)) + shift;
    const Real<W> f = from_bits<W>((above & kFraction) + kRootHalf) - 1.0;
    const Real<W> s = f / (f + 2.0);
    const Real<W> z = s * s;
    const Real<W> half = 0.5 * f * f;
    const Real<W> rest = s * (half + z * polynomial<W>(z, kR)) + k * kLog2Low;
    return k * kLog2High - ((half - rest) - f);
}

template <int W>
CLOUT_INLINE Real<W> logarithm(Real<W> x) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
    const Truth<W> tiny = less<W>(x, every<W>(std::numeric_limits<double>::min()));
    const Real<W> normal = choose<W>(tiny, x * 0x1p54, x);
    const Real<W> shift = choose<W>(tiny, every<W>(-54.0), every<W>(0.0));
    const Real<W> plain = choose<W>(less<W>(x, every<W>(kInfinity)), positive_log<W>(normal, shift), x);
    const Real<W> outside =
        choose<W>(equal<W>(x, every<W>(0.0)), every<W>(-kInfinity), every<W>(kNotANumber));
    return choose<W>(less_or_equal<W>(x, every<W>(0.0)), outside, plain);
}

template <int W>
struct Turn {
    Real<W> sin, cos;
};

template <int W>
CLOUT_INLINE Turn<W> turn(Real<W> u) {
    // u = q/4 + r, |r| <= 1/8, exactly; sin 2πr = r S(r^2) to 2^-58, cos 2πr = C(r^2) to 2^-64.
    constexpr double kTurn = 0x1.921fb54442d18p+2;  // 2π, the first coefficient of S
    constexpr double kS[] = {-0x1.4abbce625be47p+5, 0x1.466bc67758d72p+6,  -0x1.32d2cce331ab8p+6,
                             0x1.50783019b27c1p+5,  -0x1.e300a4a89e278p+3, 0x1.e4032ffdcaafdp+1};
    constexpr double kC[] = {-0x1.3bd3cc9be45dep+4, 0x1.03c1f081b5ab0p+6,  -0x1.55d3c7e3c95a1p+6,
                             0x1.e1f50683b16d7p+5,  -0x1.a6d1ecb4fe0f2p+4, 0x1.f9cc68ffd162fp+2,
                             -0x1.b26f57aa6a33dp+0};
    const Real<W> rounded = u * 4.0 + kRounder;
    const Real<W> r = u - (rounded - kRounder) * 0.25;
    const Whole<W> q = bits<W>(rounded);
    const Real<W> z = r * r;
    const Whole<W> sine = bits<W>(r * (z * polynomial<W>(z, kS) + kTurn));
    const Whole<W> cosine = bits<W>(z * polynomial<W>(z, kC) + 1.0);
    const Whole<W> odd = every_whole<W>(0) - (q & 1u);  // all bits where sine and cosine change places
    const Whole<W> swap = (sine ^ cosine) & odd;
    return {from_bits<W>((sine ^ swap) ^ ((q & 2u) << 62)),
            from_bits<W>((cosine ^ swap) ^ (((q + 1u) & 2u) << 62))};
}

}  // namespace native

// e^x: 0 below -708.39, infinite above 709.78.
template <int L>
CLOUT_INLINE Pack<L> exp(const Pack<L>& x) {
    constexpr int W = Layout<L>::kWidth;
    return Pack<L>::of([](native::Real<W> v) CLOUT_LAMBDA { return native::exponential<W>(v); }, x);
}

// The natural logarithm; log 0 is -infinity, of less than 0 not a number.
template <int L>
CLOUT_INLINE Pack<L> log(const Pack<L>& x) {
    constexpr int W = Layout<L>::kWidth;
    return Pack<L>::of([](native::Real<W> v) CLOUT_LAMBDA { return native::logarithm<W>(v); }, x);
}

// x^y = e^(y log x) for x >= 0. Exact: x^0 = 1 (0^0 too), x^1 = x, 0^y = 0 for y > 0. Elsewhere its relative
// error grows with the exponent: about (1 + |y log x|) 2^-53.
template <int L>
CLOUT_INLINE Pack<L> power(const Pack<L>& x, const Pack<L>& y) {
    return select(y == 0.0, 1.0, select(y == 1.0, x, exp(y * log(x))));
}

template <int L>
struct SinCos {
    Pack<L> sin, cos;
};

// Sine and cosine of 2πu, |u| < 2^49: u counts whole turns.
template <int L>
CLOUT_INLINE SinCos<L> sin_cos_2pi(const Pack<L>& u) {
    constexpr int W = Layout<L>::kWidth;
    SinCos<L> both;
    unrolled<Layout<L>::kVectors>([&](int v) CLOUT_LAMBDA {
        const native::Turn<W> t = native::turn<W>(u.vector[v]);
        both.sin.vector[v] = t.sin;
        both.cos.vector[v] = t.cos;
    });
    return both;
}

// One number at a time, with the bits that a lane would get.
[[nodiscard]] inline double exp1(double x) { return native::exponential<1>(x); }
[[nodiscard]] inline double log1(double x) { return native::logarithm<1>(x); }
[[nodiscard]] inline double power1(double x, double y) { return power(Pack<1>(x), Pack<1>(y))[0]; }

}  // namespace clout
