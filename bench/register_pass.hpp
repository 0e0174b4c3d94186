// The arithmetic that bench_ceilings counts operations with: nothing but registers, and enough of them side
// by side that no operation waits for the one before.
#pragma once

#include "engine/base/lanes.hpp"

namespace clout::bench {

inline constexpr int kRounds = 20'000;
// Enough to hide four cycles of latency in two units of each kind; sixteen registers hold no more than
// twelve.
inline constexpr int kChains = native::kWidth == 8 ? 24 : 12;

// The compiler may not know what is in here.
template <class T>
CLOUT_INLINE T unknown(T value) {
    asm volatile("" : "+m"(value));
    return value;
}

template <class T>
CLOUT_INLINE void use(const T& value) {
    asm volatile("" : : "m"(value) : "memory");
}

// x = step(x) over and over, in independent chains, each of a native vector.
template <class Step>
CLOUT_INLINE double register_pass(double start, double operations, Step step) {
    constexpr int W = native::kWidth;
    using Vector = Pack<W>;
    Vector chain[kChains];
    for (int c = 0; c < kChains; ++c) chain[c] = unknown(Vector(start + c * 1e-3));
    for (int round = 0; round < kRounds; ++round) {
        unrolled<kChains>([&](int c) CLOUT_LAMBDA { chain[c] = step(chain[c], c); });
    }
    for (const Vector& x : chain) use(x);
    return operations * kChains * W * kRounds;
}

}  // namespace clout::bench
