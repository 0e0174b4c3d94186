// One vector register of the target, and the few instructions that lanes, elementary functions and draws are
// made of. A width of 1 is the plain scalar, so that targets without vectors (WebAssembly) run the very same
// arithmetic.
#pragma once

#include <cfloat>
#include <cmath>
#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#if defined(__FAST_MATH__)
#error "the same bits everywhere need IEEE 754 arithmetic: build without -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "the same bits everywhere need doubles rounded to doubles (no x87)");

#define CLOUT_INLINE inline __attribute__((always_inline))
#define CLOUT_LAMBDA __attribute__((always_inline))
// For functions of many operations: inside their callers for speed, by themselves where a sanitizer checks
// every operation, so that compilers finish.
#if defined(CLOUT_SANITIZED)
#define CLOUT_INLINE_LARGE inline __attribute__((noinline))
#else
#define CLOUT_INLINE_LARGE CLOUT_INLINE
#endif

namespace clout::native {

#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
inline constexpr int kWidth = 8;  // doubles in a register
#elif defined(__AVX2__)
inline constexpr int kWidth = 4;
#elif defined(__SSE2__) || defined(__aarch64__)
inline constexpr int kWidth = 2;
#else
inline constexpr int kWidth = 1;
#endif

// Real: W doubles. Whole: W unsigned 64-bit numbers. Truth: W answers; all bits of a lane, or one bit a lane
// where the target has mask registers.
template <int W>
struct Types {
    typedef double Real __attribute__((vector_size(W * 8)));
    typedef std::uint64_t Whole __attribute__((vector_size(W * 8)));
    typedef std::int64_t Truth __attribute__((vector_size(W * 8)));
};
template <>
struct Types<1> {
    using Real = double;
    using Whole = std::uint64_t;
    using Truth = bool;
};
#if defined(__AVX512F__)
template <>
struct Types<8> {
    typedef double Real __attribute__((vector_size(64)));
    typedef std::uint64_t Whole __attribute__((vector_size(64)));
    using Truth = std::uint8_t;
};
#endif
template <int W>
using Real = typename Types<W>::Real;
template <int W>
using Whole = typename Types<W>::Whole;
template <int W>
using Truth = typename Types<W>::Truth;

#if defined(__AVX512F__)
inline constexpr int kMaskWidth = 8;  // the width whose answers live in mask registers
// The masked forms with every lane set: g++ 12's plain ones warn of an operand they leave undefined on
// purpose.
inline constexpr std::uint8_t kEveryLane = 0xff;
#else
inline constexpr int kMaskWidth = 0;
#endif

// The same value in every lane.
template <int W>
CLOUT_INLINE Real<W> every(double x) {
    if constexpr (W == 1) {
        return x;
    } else {
        return x - Real<W>{};  // x - 0 is x, the sign of a zero included
    }
}
template <int W>
CLOUT_INLINE Whole<W> every_whole(std::uint64_t x) {
    if constexpr (W == 1) {
        return x;
    } else {
        return x + Whole<W>{};
    }
}

template <int W>
CLOUT_INLINE Whole<W> bits(Real<W> x) {
    return __builtin_bit_cast(Whole<W>, x);
}
template <int W>
CLOUT_INLINE Real<W> from_bits(Whole<W> x) {
    return __builtin_bit_cast(Real<W>, x);
}

// Correctly rounded, as IEEE 754 demands of every target.
template <int W>
CLOUT_INLINE Real<W> square_root(Real<W> x) {
    if constexpr (W == 1) {
#if defined(__SSE2__)
        return _mm_cvtsd_f64(_mm_sqrt_sd(_mm_setzero_pd(), _mm_set_sd(x)));  // no call, no errno
#else
        return std::sqrt(x);
#endif
#if defined(__AVX512F__)
    } else if constexpr (W == 8) {
        return _mm512_mask_sqrt_pd(x, kEveryLane, x);
#endif
#if defined(__AVX__)
    } else if constexpr (W == 4) {
        return _mm256_sqrt_pd(x);
#endif
#if defined(__SSE2__)
    } else if constexpr (W == 2) {
        return _mm_sqrt_pd(x);
#endif
    } else {
        Real<W> root{};
        for (int i = 0; i < W; ++i) {
            root[i] = std::sqrt(x[i]);
        }
        return root;
    }
}

// table[index mod 8], lane by lane: one instruction where the table fits a register, eight loads elsewhere.
template <int W>
CLOUT_INLINE Real<W> look_up(const double (&table)[8], Whole<W> index) {
#if defined(__AVX512F__)
    if constexpr (W == 8) {
        const auto from = _mm512_loadu_pd(table);
        const auto which = __builtin_bit_cast(__m512i, index);
        return __builtin_bit_cast(Real<W>, _mm512_mask_permutexvar_pd(from, kEveryLane, which, from));
    } else
#endif
        if constexpr (W == 1) {
        return table[index & 7u];
    } else {
        Real<W> found{};
        for (int i = 0; i < W; ++i) {
            found[i] = table[index[i] & 7u];
        }
        return found;
    }
}

// Nothing is moved across it by the compiler: two long passes that it mixes want more registers than there
// are.
CLOUT_INLINE void keep_order() { __asm__ volatile("" ::: "memory"); }

}  // namespace clout::native
