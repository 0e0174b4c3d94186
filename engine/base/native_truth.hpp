// Comparisons of vector registers, and choices made by their answers: without a branch, in mask registers
// where the target has them.
#pragma once

#include "engine/base/native.hpp"

namespace clout::native {

template <int W>
CLOUT_INLINE Truth<W> less(Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ);
#endif
    } else {
        return a < b;
    }
}
template <int W>
CLOUT_INLINE Truth<W> less_or_equal(Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_cmp_pd_mask(a, b, _CMP_LE_OQ);
#endif
    } else {
        return a <= b;
    }
}
template <int W>
CLOUT_INLINE Truth<W> equal(Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_cmp_pd_mask(a, b, _CMP_EQ_OQ);
#endif
    } else {
        return a == b;
    }
}
template <int W>
CLOUT_INLINE Truth<W> negation(Truth<W> t) {
    if constexpr (W == 1) {
        return !t;
    } else {
        return static_cast<Truth<W>>(~t);
    }
}

// Lane by lane: a where t holds, else b.
template <int W>
CLOUT_INLINE Real<W> choose(Truth<W> t, Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_mask_blend_pd(t, b, a);
#endif
    } else {
        return t ? a : b;
    }
}

// a < b ? a : b and a > b ? a : b, lane by lane: where either is not a number, b.
template <int W>
CLOUT_INLINE Real<W> smaller(Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_mask_min_pd(a, kEveryLane, a, b);
#endif
#if defined(__AVX__)
    } else if constexpr (W == 4) {
        return _mm256_min_pd(a, b);
#endif
#if defined(__SSE2__)
    } else if constexpr (W == 2) {
        return _mm_min_pd(a, b);
#endif
    } else {
        return a < b ? a : b;
    }
}
template <int W>
CLOUT_INLINE Real<W> larger(Real<W> a, Real<W> b) {
    if constexpr (W == kMaskWidth) {
#if defined(__AVX512F__)
        return _mm512_mask_max_pd(a, kEveryLane, a, b);
#endif
#if defined(__AVX__)
    } else if constexpr (W == 4) {
        return _mm256_max_pd(a, b);
#endif
#if defined(__SSE2__)
    } else if constexpr (W == 2) {
        return _mm_max_pd(a, b);
#endif
    } else {
        return a > b ? a : b;
    }
}

// Bit i says what lane i answers.
template <int W>
CLOUT_INLINE std::uint32_t answers(Truth<W> t) {
    if constexpr (W == 1 || W == kMaskWidth) {
        return t;
#if defined(__AVX__)
    } else if constexpr (W == 4) {
        return static_cast<std::uint32_t>(_mm256_movemask_pd(__builtin_bit_cast(__m256d, t)));
#endif
#if defined(__SSE2__)
    } else if constexpr (W == 2) {
        return static_cast<std::uint32_t>(_mm_movemask_pd(__builtin_bit_cast(__m128d, t)));
#endif
    } else {
        std::uint32_t found = 0;
        for (int i = 0; i < W; ++i) {
            found |= (t[i] != 0 ? 1u : 0u) << i;
        }
        return found;
    }
}

}  // namespace clout::native
