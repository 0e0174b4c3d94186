// exp, log and power without libm: straight-line arithmetic over lanes, so that every target,
// thread and block gives the same bits. They are written in packs, operation by operation, so that the
// vectors of a pack go side by side and fill each other's waiting.
//
// The polynomials are minimax fits made for this file (Remez exchange in 60 digits). Errors measured against
// libm in long double, and held by tests/unit/base/elementary_test.cpp: exp 1.04 ulp, log 0.83 ulp. Results
// of exp below the smallest normal number are 0.
#pragma once

#include <bit>
#include <limits>

#include "engine/base/lanes.hpp"

namespace clout {

// L whole numbers of 64 bits, one a lane: the bits of a Pack, for taking numbers apart.
template <int L>
class Bits {
    static constexpr int W = Layout<L>::kWidth;
    static constexpr int N = Layout<L>::kVectors;

public:
    native::Whole<W> vector[N];

    Bits() = default;
    CLOUT_INLINE explicit Bits(const Pack<L>& x) {
        unrolled<N>([&](int v) CLOUT_LAMBDA { vector[v] = native::bits<W>(x.vector[v]); });
    }
    [[nodiscard]] CLOUT_INLINE Pack<L> real() const {
        Pack<L> x;
        unrolled<N>([&](int v) CLOUT_LAMBDA { x.vector[v] = native::from_bits<W>(vector[v]); });
        return x;
    }

#define CLOUT_OPERATION(op, Operand)                                              \
    friend CLOUT_INLINE Bits operator op(const Bits& a, Operand b) {              \
        Bits c;                                                                   \
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = a.vector[v] op b; }); \
        return c;                                                                 \
    }
    CLOUT_OPERATION(+, std::uint64_t)
    CLOUT_OPERATION(-, std::uint64_t)
    CLOUT_OPERATION(&, std::uint64_t)
    CLOUT_OPERATION(|, std::uint64_t)
    CLOUT_OPERATION(<<, int)
    CLOUT_OPERATION(>>, int)
#undef CLOUT_OPERATION
    friend CLOUT_INLINE Bits operator+(const Bits& a, const Bits& b) {
        Bits c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = a.vector[v] + b.vector[v]; });
        return c;
    }
    friend CLOUT_INLINE Bits operator^(const Bits& a, const Bits& b) {
        Bits c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = a.vector[v] ^ b.vector[v]; });
        return c;
    }
    // table[index mod 8], lane by lane.
    friend CLOUT_INLINE Pack<L> look_up(const double (&table)[8], const Bits& index) {
        Pack<L> found;
        unrolled<N>([&](int v)
                        CLOUT_LAMBDA { found.vector[v] = native::look_up<W>(table, index.vector[v]); });
        return found;
    }
};

namespace elementary {

// c[First] + c[First + 1] x + … (Count terms), halved again and again (Estrin 1960): a short chain of
// operations, which is what a processor waits for. `powers` holds x, x^2, x^4, x^8.
template <int First, int Count, int L, int N>
CLOUT_INLINE Pack<L> estrin(const Pack<L> (&powers)[4], const double (&c)[N]) {
    if constexpr (Count == 1) {
        return Pack<L>(c[First]);
    } else {
        constexpr int kLevel = std::bit_width(static_cast<unsigned>(Count - 1)) - 1;
        constexpr int kHalf = 1 << kLevel;
        return estrin<First, kHalf>(powers, c) +
               powers[kLevel] * estrin<First + kHalf, Count - kHalf>(powers, c);
    }
}

// The polynomial c[0] + c[1] x + ….
template <int L, int N>
CLOUT_INLINE Pack<L> polynomial(const Pack<L>& x, const double (&c)[N]) {
    static_assert(N <= 16);
    const Pack<L> x2 = x * x;
    const Pack<L> x4 = x2 * x2;
    return estrin<0, N>({x, x2, x4, x4 * x4}, c);
}

inline constexpr std::uint64_t kTwo52 = 0x4330000000000000u;  // the bits of 2^52; or-ing a word in adds it
// Adding this rounds |x| < 2^51 to the nearest whole number and leaves that number in the low bits.
inline constexpr double kRounder = 0x1.8p52;
// ln 2 in two parts; the first ends in 21 zero bits, so that its products with exponents are exact.
inline constexpr double kLog2High = 0x1.62e42fee00000p-1;
inline constexpr double kLog2Low = 0x1.a39ef35793c76p-33;
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNormal = std::numeric_limits<double>::min();  // the smallest normal number

// log x for normal, finite, positive x, plus `shift` ln 2 if that is given.
template <int L>
CLOUT_INLINE_LARGE Pack<L> positive_log(const Pack<L>& x, const Pack<L>* shift = nullptr) {
    // x = 2^k (1 + f), 1 + f in [sqrt ½, sqrt 2); with s = f / (2 + f) and z = s^2,
    // log(1 + f) = 2 atanh s = f - (f^2 / 2 - s (f^2 / 2 + z R(z))); R to 2^-58.5.
    constexpr double kR[] = {0x1.5555555555593p-1, 0x1.999999997fc76p-2, 0x1.2492494204529p-2,
                             0x1.c71c51f8b4eb5p-3, 0x1.74664288ae147p-3, 0x1.39a158020d15fp-3,
                             0x1.2f0977ffd979dp-3};
    constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcdu;  // the bits of sqrt ½
    constexpr std::uint64_t kOne = 0x3ff0000000000000u;
    constexpr std::uint64_t kFraction = 0x000fffffffffffffu;
    const Bits<L> above = Bits<L>(x) - kRootHalf;
    const Bits<L> exponent = (above + kOne) >> 52;  // k + 1023
    Pack<L> k = (exponent | kTwo52).real() - (0x1p52 + 1023.0);
    if (shift != nullptr) k += *shift;
    const Pack<L> f = ((above & kFraction) + kRootHalf).real() - 1.0;
    const Pack<L> s = f / (f + 2.0);
    const Pack<L> z = s * s;
    const Pack<L> half = 0.5 * f * f;
    const Pack<L> rest = s * (half + z * polynomial(z, kR)) + k * kLog2Low;
    return k * kLog2High - ((half - rest) - f);
}

}  // namespace elementary

// e^x: 0 below -708.39, infinite above 709.78.
template <int L>
CLOUT_INLINE_LARGE Pack<L> exp(const Pack<L>& x) {
    using namespace elementary;
    // x = n ln 2 + r, |r| <= ln 2 / 2; e^r = 1 + r + r^2 P(r) to 2^-57.9.
    constexpr double kP[] = {0x1.000000000000ap-1,  0x1.55555555554f9p-3,  0x1.555555555083ep-5,
                             0x1.1111111127d14p-7,  0x1.6c16c18438b79p-10, 0x1.a01a012a0d248p-13,
                             0x1.a01999e256f02p-16, 0x1.71df25b824940p-19, 0x1.28ad9b8cf1c58p-22,
                             0x1.ad7f364a50838p-26};
    constexpr double kLargest = 709.782712893384;  // e^x is finite up to here
    constexpr double kSmallest = -708.39;          // and a normal number from here
    const Pack<L> rounded = x * 0x1.71547652b82fep+0 + kRounder;
    const Pack<L> n = rounded - kRounder;
    const Pack<L> r = (x - n * kLog2High) - n * kLog2Low;
    const Pack<L> e = (r * r * polynomial(r, kP) + r) + 1.0;
    const Pack<L> scaled = (Bits<L>(e) + (Bits<L>(rounded) << 52)).real();  // e 2^n
    return select(x > kLargest, kInfinity, select(x < kSmallest, 0.0, scaled));
}

// The natural logarithm; log 0 is -infinity, of less than 0 not a number.
template <int L>
CLOUT_INLINE_LARGE Pack<L> log(const Pack<L>& x) {
    using namespace elementary;
    constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
    const Mask<L> tiny = x < kNormal;
    const Pack<L> normal = select(tiny, x * 0x1p54, x);
    const Pack<L> shift = select(tiny, Pack<L>(-54.0), Pack<L>(0.0));
    const Pack<L> plain = select(x < kInfinity, positive_log(normal, &shift), x);
    return select(x <= 0.0, select(x == 0.0, Pack<L>(-kInfinity), Pack<L>(kNotANumber)), plain);
}

namespace elementary {

// x^y for x >= 0 where y is neither 0 nor 1.
template <int L>
CLOUT_INLINE_LARGE Pack<L> plain_power(const Pack<L>& x, const Pack<L>& y) {
    const Pack<L> finite = select(x < kInfinity, positive_log(x), x);
    return exp(y * select(x >= kNormal, finite, -kInfinity));
}

}  // namespace elementary

// x^y = e^(y log x) for x >= 0. Exact: x^0 = 1 (0^0 too), x^1 = x, 0^y = 0 for y > 0; for other y a positive
// x below the smallest normal number counts as 0. Elsewhere its relative error grows with the exponent: about
// (1 + |y log x|) 2^-53.
template <int L>
CLOUT_INLINE_LARGE Pack<L> power(const Pack<L>& x, const Pack<L>& y) {
    return select(y == 0.0, 1.0, select(y == 1.0, x, elementary::plain_power(x, y)));
}

// x[i]^y for n packs, in place; 32 lanes side by side where there are so many, so that they fill each other's
// waiting.
template <int L>
inline void powers(Pack<L>* x, std::size_t n, const Pack<L>& y) {
    constexpr int kAbreast = L < native::kWidth || L > 32 ? 1 : 32 / L;  // packs
    if (all(y == 1.0)) return;
    const bool plain = none((y == 0.0) | (y == 1.0));
    Pack<kAbreast * L> some, exponents;
    unrolled<kAbreast>([&](int p) CLOUT_LAMBDA { exponents.set_part(p, y); });
    for (; plain && n >= kAbreast; n -= kAbreast, x += kAbreast) {
        unrolled<kAbreast>([&](int p) CLOUT_LAMBDA { some.set_part(p, x[p]); });
        some = elementary::plain_power(some, exponents);
        unrolled<kAbreast>([&](int p) CLOUT_LAMBDA { x[p] = some.template part<L>(p); });
    }
    for (; n > 0; --n, ++x) *x = power(*x, y);
}

// One number at a time, with the bits that a lane would get.
[[nodiscard]] inline double exp1(double x) { return exp(Pack<1>(x))[0]; }
[[nodiscard]] inline double log1(double x) { return log(Pack<1>(x))[0]; }
[[nodiscard]] inline double power1(double x, double y) { return power(Pack<1>(x), Pack<1>(y))[0]; }

}  // namespace clout
