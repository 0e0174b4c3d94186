// L replicates walked together: Pack is one number of each, Mask one answer of each. Lane i of a result
// depends on lane i of the operands alone, and its bits do not depend on L or on the target (no contraction,
// no reassociation).
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/base/mask.hpp"

namespace clout {

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
    // a where m holds, else 0.
    friend CLOUT_INLINE Pack where(const Mask<L>& m, const Pack& a) { return select(m, a, 0.0); }
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
