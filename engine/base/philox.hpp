// Philox4x32-10 over lanes: one counter, a key a lane, four 32-bit words a lane.
#pragma once

#include <cstdint>

#include "engine/base/lanes.hpp"

namespace clout::native {

struct Counter {
    std::uint32_t word[4];
};

// Each lane's low 32 bits hold a word; what is above is rubbish.
template <int W>
struct Words {
    Whole<W> word[4];
};

// The keys of the ten rounds: a replicate's own (low and high word, in the low halves of the lanes), then
// stepped from round to round. What is above the low half is rubbish.
template <int W>
struct Keys {
    Whole<W> low[10], high[10];

    Keys() = default;
    Keys(Whole<W> first_low, Whole<W> first_high) {
        for (unsigned i = 0; i < 10; ++i, first_low += 0x9e3779b9u, first_high += 0xbb67ae85u) {
            low[i] = first_low;
            high[i] = first_high;
        }
    }
};

// The full 64-bit product of the low 32 bits of each lane.
template <int W>
CLOUT_INLINE Whole<W> wide_product(Whole<W> a, Whole<W> b) {
#if defined(__AVX512F__)
    if constexpr (W == 8) {
        const auto p = __builtin_bit_cast(__m512i, a);
        const auto q = __builtin_bit_cast(__m512i, b);
        return __builtin_bit_cast(Whole<W>, _mm512_mask_mul_epu32(p, kEveryLane, p, q));
    } else
#endif
#if defined(__AVX2__)
        if constexpr (W == 4) {
        const auto p = __builtin_bit_cast(__m256i, a);
        const auto q = __builtin_bit_cast(__m256i, b);
        return __builtin_bit_cast(Whole<W>, _mm256_mul_epu32(p, q));
    } else
#endif
#if defined(__SSE2__)
        if constexpr (W == 2) {
        const auto p = __builtin_bit_cast(__m128i, a);
        const auto q = __builtin_bit_cast(__m128i, b);
        return __builtin_bit_cast(Whole<W>, _mm_mul_epu32(p, q));
    } else
#endif
    {
        return (a & 0xffffffffu) * (b & 0xffffffffu);
    }
}

// a ^ b ^ c: one instruction where there is one, written over a, which nobody needs again.
template <int W>
CLOUT_INLINE Whole<W> exclusive_or(Whole<W> a, Whole<W> b, Whole<W> c) {
#if defined(__AVX512F__)
    if constexpr (W == 8) {
        constexpr int kOddOnes = 0x96;  // the truth table of three
        const auto p = __builtin_bit_cast(__m512i, a);
        const auto q = __builtin_bit_cast(__m512i, b);
        const auto r = __builtin_bit_cast(__m512i, c);
        return __builtin_bit_cast(Whole<W>, _mm512_ternarylogic_epi64(p, q, r, kOddOnes));
    } else
#endif
        return a ^ b ^ c;
}

// Philox4x32-10 of B counters under V times W keys each, all side by side: a stream waits for its last
// product, and the others fill the time. Stream b V + v is counter b under keys v.
template <int W, int V, int B>
CLOUT_INLINE void philox(const Counter (&counter)[B], const Keys<W>* keys, Words<W> (&words)[B * V]) {
    constexpr std::uint64_t kMultiplier[] = {0xd2511f53u, 0xcd9e8d57u};
    Whole<W> a[B * V], b[B * V], c[B * V], d[B * V];
    unrolled<B * V>([&](int s) CLOUT_LAMBDA {
        // The counter is the same for all lanes, so the first round needs no vectors before the keys come in.
        const std::uint32_t(&word)[4] = counter[s / V].word;
        const std::uint64_t even = kMultiplier[0] * word[0];
        const std::uint64_t odd = kMultiplier[1] * word[2];
        a[s] = keys[s % V].low[0] ^ ((odd >> 32) ^ word[1]);
        b[s] = every_whole<W>(odd);
        c[s] = keys[s % V].high[0] ^ ((even >> 32) ^ word[3]);
        d[s] = every_whole<W>(even);
    });
    unrolled<9>([&](int i) CLOUT_LAMBDA {
        unrolled<B * V>([&](int s) CLOUT_LAMBDA {
            const Whole<W> p = wide_product<W>(a[s], every_whole<W>(kMultiplier[0]));
            const Whole<W> q = wide_product<W>(c[s], every_whole<W>(kMultiplier[1]));
            a[s] = exclusive_or<W>(q >> 32, b[s], keys[s % V].low[i + 1]);
            b[s] = q;
            c[s] = exclusive_or<W>(p >> 32, d[s], keys[s % V].high[i + 1]);
            d[s] = p;
        });
    });
    unrolled<B * V>([&](int s) CLOUT_LAMBDA { words[s] = {{a[s], b[s], c[s], d[s]}}; });
}

template <int W>
CLOUT_INLINE Words<W> philox(Counter counter, const Keys<W>& keys) {
    const Counter counters[1] = {counter};
    Words<W> words[1];
    philox<W, 1, 1>(counters, &keys, words);
    return words[0];
}

}  // namespace clout::native
