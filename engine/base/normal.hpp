// Two words of luck become two standard normal numbers (Box & Muller 1958), as accurate as the words are
// fine: the logarithm to 2^-37 of itself, the direction to 2^-34, where a word tells numbers 2^-32 apart. No
// division, no branch, one square root a pair.
//
// The polynomials are minimax fits made for this file (Remez exchange in 60 digits); their errors are held by
// tests/unit/base/stream_test.cpp.
#pragma once

#include "engine/base/elementary.hpp"

namespace clout {

// −2 log u of u = (word + ½) 2^-32, which is the squared radius; only the low 32 bits of a lane count.
template <int L>
CLOUT_INLINE_LARGE Pack<L> squared_radius(const Bits<L>& word) {
    using namespace elementary;
    // u = 2^k h, ½ <= h < 1, and h c = 1 + r, |r| <= 1/16, exactly, c from the eighth that h lies in. In the
    // last one c is 1, so that near u = 1 nothing cancels. −2 log (1 + r) = r P(r).
    constexpr double kC[] = {0x1.e2p+0,  0x1.af4p+0, 0x1.86p+0,  0x1.644p+0,
                             0x1.47cp+0, 0x1.2f8p+0, 0x1.1a8p+0, 0x1p+0};
    constexpr double kTwiceLogC[] = {
        0x1.43f9fe2f9ce67p+0, 0x1.0b036d690c74bp+0, 0x1.af1293247786bp-1, 0x1.5262deeb98879p-1,
        0x1.fa01c3bb57cbcp-2, 0x1.5c940075972b9p-2, 0x1.9375e55595edep-3, 0x0p+0};
    constexpr double kP[] = {-0x1.fffffffffca9ep+0, 0x1.00000005dae01p+0,  -0x1.555556002a497p-1,
                             0x1.ffff3988ae3f2p-2,  -0x1.9994a24ec9980p-2, 0x1.56fae2a65632cp-2,
                             -0x1.29948a9150668p-2};
    constexpr double kMinusTwoLog2 = -0x1.62e42fefa39efp+0;
    constexpr std::uint64_t kFraction = 0x000fffffffffffffu, kHalf = 0x3fe0000000000000u;
    const Bits<L> x(((word & 0xffffffffu) | kTwo52).real() - (0x1p52 - 0.5));
    const Pack<L> k = ((x >> 52) | kTwo52).real() - (0x1p52 + 1022.0 + 32.0);
    const Bits<L> eighth = x >> 49;
    const Pack<L> r = ((x & kFraction) | kHalf).real() * look_up(kC, eighth) - 1.0;
    return (k * kMinusTwoLog2 + look_up(kTwiceLogC, eighth)) + r * polynomial(r, kP);
}

template <int L>
struct Direction {
    Pack<L> across, up;
};

// A point of the unit circle: two bits of the word choose the quadrant, by the signs, 29 the angle in it.
template <int L>
CLOUT_INLINE_LARGE Direction<L> direction(const Bits<L>& word) {
    using namespace elementary;
    // The angle is π/4 (1 + t 2^-29), t odd: its cosine and sine are C(t²) ∓ t S(t²), both divided by √2,
    // whose scale is in the coefficients.
    constexpr double kS[] = {0x1.1c5831add09fep-30, -0x1.d3ba5c0b51883p-92, 0x1.cda0f55cd6ed3p-155,
                             -0x1.b1de3dbb9eb8ep-219, 0x1.d52da14284790p-284};
    constexpr double kC[] = {0x1.6a09e667aa08bp-1, -0x1.bea5b5cd88999p-61, 0x1.6f5a2cd989936p-123,
                             -0x1.e35677833133ap-187, 0x1.4f004f7a80dcbp-251};
    constexpr std::uint64_t kSign = 0x8000000000000000u;
    const Pack<L> t = ((word & 0x3ffffffeu) | (kTwo52 + 1)).real() - (0x1p52 + 0x1p29);
    const Pack<L> z = t * t;
    const Pack<L> sine = t * polynomial(z, kS), cosine = polynomial(z, kC);
    return {(Bits<L>(cosine - sine) ^ ((word << 32) & kSign)).real(),
            (Bits<L>(cosine + sine) ^ ((word << 33) & kSign)).real()};
}

}  // namespace clout
