// How lanes lie in registers, and Mask: one answer of each of L replicates walked together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/base/native.hpp"
#include "engine/base/native_truth.hpp"

namespace clout {

// Calls step(0) … step(N - 1) as straight-line code.
template <int N, class Step>
CLOUT_INLINE void unrolled(Step step) {
    [&]<int... I>(std::integer_sequence<int, I...>) CLOUT_LAMBDA { (step(I), ...); }
    (std::make_integer_sequence<int, N>{});
}

// How L lanes are laid into the target's registers.
template <int L>
struct Layout {
    static_assert(L >= 1 && (L & (L - 1)) == 0, "a block holds a power of two of replicates");
    static constexpr int kWidth = L < native::kWidth ? L : native::kWidth;  // lanes in a register
    static constexpr int kVectors = L / kWidth;
    static constexpr std::size_t kAlignment = L < 8 ? static_cast<std::size_t>(L) * 8 : 64;  // bytes
};

// L answers, one a lane.
template <int L>
class Mask {
    static constexpr int W = Layout<L>::kWidth;
    static constexpr int N = Layout<L>::kVectors;

public:
    using Truth = native::Truth<W>;
    Truth vector[N];

    Mask() = default;  // says nothing yet
    CLOUT_INLINE Mask(bool every) {
        unrolled<N>([&](int v) CLOUT_LAMBDA { vector[v] = every ? native::negation<W>(Truth{}) : Truth{}; });
    }

    CLOUT_INLINE bool operator[](std::size_t lane) const {
        if constexpr (W == 1) {
            return vector[lane];
        } else if constexpr (W == native::kMaskWidth) {
            return ((vector[lane / W] >> (lane % W)) & 1) != 0;
        } else {
            return vector[lane / W][lane % W] != 0;
        }
    }
    CLOUT_INLINE void set(std::size_t lane, bool answer) {
        if constexpr (W == 1) {
            vector[lane] = answer;
        } else if constexpr (W == native::kMaskWidth) {
            const unsigned bit = 1u << (lane % W);
            vector[lane / W] = static_cast<Truth>(answer ? vector[lane / W] | bit : vector[lane / W] & ~bit);
        } else {
            vector[lane / W][lane % W] = answer ? -1 : 0;
        }
    }

    friend CLOUT_INLINE Mask operator&(const Mask& a, const Mask& b) {
        Mask c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = static_cast<Truth>(a.vector[v] & b.vector[v]); });
        return c;
    }
    friend CLOUT_INLINE Mask operator|(const Mask& a, const Mask& b) {
        Mask c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = static_cast<Truth>(a.vector[v] | b.vector[v]); });
        return c;
    }
    friend CLOUT_INLINE Mask operator!(const Mask& a) {
        Mask c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = native::negation<W>(a.vector[v]); });
        return c;
    }
    CLOUT_INLINE Mask& operator&=(const Mask& b) { return *this = *this & b; }
    CLOUT_INLINE Mask& operator|=(const Mask& b) { return *this = *this | b; }

    // Bit i is lane i's answer: for walking the few lanes in which a rare event happens.
    friend CLOUT_INLINE std::uint32_t lanes_set(const Mask& m) {
        static_assert(L <= 32, "32 bits are handed out");
        std::uint32_t found = 0;
        unrolled<N>([&](int v) CLOUT_LAMBDA { found |= native::answers<W>(m.vector[v]) << (v * W); });
        return found;
    }
    friend CLOUT_INLINE bool any(const Mask& m) {
        Truth seen = m.vector[0];
        unrolled<N>([&](int v) CLOUT_LAMBDA { seen = static_cast<Truth>(seen | m.vector[v]); });
        return native::answers<W>(seen) != 0;
    }
    friend CLOUT_INLINE bool none(const Mask& m) { return !any(m); }
    friend CLOUT_INLINE bool all(const Mask& m) { return !any(!m); }
};

}  // namespace clout
