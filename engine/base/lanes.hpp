// L replicates walked together: Pack is one number of each, Mask one answer of each. Lane i of a result
// depends on lane i of the operands alone, and its bits do not depend on L or on the target (no contraction,
// no reassociation).
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

// L doubles, one a lane. In memory: L consecutive doubles, aligned to min(8 L, 64) bytes.
template <int L>
class alignas(Layout<L>::kAlignment) Pack {
    static constexpr int W = Layout<L>::kWidth;
    static constexpr int N = Layout<L>::kVectors;

public:
    using Real = native::Real<W>;
    Real vector[N];

    Pack() = default;  // holds nothing yet; Pack{} is zero
    CLOUT_INLINE Pack(double every) {
        unrolled<N>([&](int v) CLOUT_LAMBDA { vector[v] = native::every<W>(every); });
    }

    CLOUT_INLINE double operator[](std::size_t lane) const {
        if constexpr (W == 1) {
            return vector[lane];
        } else {
            return vector[lane / W][lane % W];
        }
    }
    CLOUT_INLINE void set(std::size_t lane, double value) {
        if constexpr (W == 1) {
            vector[lane] = value;
        } else {
            vector[lane / W][lane % W] = value;
        }
    }

    // Part v of L / M: lanes v M … v M + M − 1. M is at least as many as a register holds.
    template <int M>
    [[nodiscard]] CLOUT_INLINE Pack<M> part(int v) const {
        constexpr int kVectors = Layout<M>::kVectors;
        Pack<M> lanes;
        unrolled<kVectors>([&](int r) CLOUT_LAMBDA { lanes.vector[r] = vector[v * kVectors + r]; });
        return lanes;
    }
    template <int M>
    CLOUT_INLINE void set_part(int v, const Pack<M>& lanes) {
        constexpr int kVectors = Layout<M>::kVectors;
        unrolled<kVectors>([&](int r) CLOUT_LAMBDA { vector[v * kVectors + r] = lanes.vector[r]; });
    }

    // f, a function of native vectors, of each vector of the operands.
    template <class F, class... Packs>
    static CLOUT_INLINE Pack of(F f, const Packs&... operands) {
        Pack c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = f(operands.vector[v]...); });
        return c;
    }
    template <class F, class... Packs>
    static CLOUT_INLINE Mask<L> answer(F f, const Packs&... operands) {
        Mask<L> c;
        unrolled<N>([&](int v) CLOUT_LAMBDA { c.vector[v] = f(operands.vector[v]...); });
        return c;
    }

#define CLOUT_OPERATION(op)                                                  \
    friend CLOUT_INLINE Pack operator op(const Pack& a, const Pack& b) {     \
        return of([](Real x, Real y) CLOUT_LAMBDA { return x op y; }, a, b); \
    }                                                                        \
    CLOUT_INLINE Pack& operator op##=(const Pack& b) { return *this = *this op b; }
    CLOUT_OPERATION(+)
    CLOUT_OPERATION(-)
    CLOUT_OPERATION(*)
    CLOUT_OPERATION(/)
#undef CLOUT_OPERATION
    friend CLOUT_INLINE Pack operator-(const Pack& a) {
        return of([](Real x) CLOUT_LAMBDA { return -x; }, a);
    }

#define CLOUT_COMPARISON(op, name, x, y)                                                        \
    friend CLOUT_INLINE Mask<L> operator op(const Pack& a, const Pack& b) {                     \
        return answer([](Real p, Real q) CLOUT_LAMBDA { return native::name<W>(p, q); }, x, y); \
    }
    CLOUT_COMPARISON(<, less, a, b)
    CLOUT_COMPARISON(>, less, b, a)
    CLOUT_COMPARISON(<=, less_or_equal, a, b)
    CLOUT_COMPARISON(>=, less_or_equal, b, a)
    CLOUT_COMPARISON(==, equal, a, b)
#undef CLOUT_COMPARISON

    // Lane by lane: a where m holds, else b. Both are computed: nothing branches.
    friend CLOUT_INLINE Pack select(const Mask<L>& m, const Pack& a, const Pack& b) {
        return of([](auto t, Real x, Real y) CLOUT_LAMBDA { return native::choose<W>(t, x, y); }, m, a, b);
    }
    // a < b ? a : b and a > b ? a : b: where either is not a number, b.
    friend CLOUT_INLINE Pack min(const Pack& a, const Pack& b) {
        return of([](Real x, Real y) CLOUT_LAMBDA { return native::smaller<W>(x, y); }, a, b);
    }
    friend CLOUT_INLINE Pack max(const Pack& a, const Pack& b) {
        return of([](Real x, Real y) CLOUT_LAMBDA { return native::larger<W>(x, y); }, a, b);
    }
    friend CLOUT_INLINE Pack abs(const Pack& a) {
        constexpr std::uint64_t kAllButSign = 0x7fffffffffffffffu;
        return of([](Real x) CLOUT_LAMBDA { return native::from_bits<W>(native::bits<W>(x) & kAllButSign); },
                  a);
    }
    friend CLOUT_INLINE Pack sqrt(const Pack& a) {
        return of([](Real x) CLOUT_LAMBDA { return native::square_root<W>(x); }, a);
    }
    // x cut to [0, 1]; 0 where it is not a number.
    friend CLOUT_INLINE Pack clip01(const Pack& x) { return min(max(x, 0.0), 1.0); }
};

}  // namespace clout
