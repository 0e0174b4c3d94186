// Sine and cosine of whole turns without libm: 1.6 ulp up to a tenth of a turn, and everywhere within 1.6
// 2^-53 (minimax fits by Remez exchange in 60 digits; held by tests/unit/base/sine_cosine_test.cpp).
#pragma once

#include "engine/base/elementary.hpp"

namespace clout {

template <int L>
struct SinCos {
    Pack<L> sin, cos;
};

// Sine and cosine of 2πu, |u| < 2^49: u counts whole turns.
template <int L>
CLOUT_INLINE_LARGE SinCos<L> sin_cos_2pi(const Pack<L>& u) {
    using namespace elementary;
    // u = q/4 + r, |r| <= 1/8, exactly; sin 2πr = r S(r^2) to 2^-58, cos 2πr = C(r^2) to 2^-64.
    constexpr double kTurn = 0x1.921fb54442d18p+2;  // 2π, the first coefficient of S
    constexpr double kS[] = {-0x1.4abbce625be47p+5, 0x1.466bc67758d72p+6,  -0x1.32d2cce331ab8p+6,
                             0x1.50783019b27c1p+5,  -0x1.e300a4a89e278p+3, 0x1.e4032ffdcaafdp+1};
    constexpr double kC[] = {-0x1.3bd3cc9be45dep+4, 0x1.03c1f081b5ab0p+6,  -0x1.55d3c7e3c95a1p+6,
                             0x1.e1f50683b16d7p+5,  -0x1.a6d1ecb4fe0f2p+4, 0x1.f9cc68ffd162fp+2,
                             -0x1.b26f57aa6a33dp+0};
    const Pack<L> rounded = u * 4.0 + kRounder;
    const Pack<L> r = u - (rounded - kRounder) * 0.25;
    const Bits<L> q(rounded);
    const Pack<L> z = r * r;
    const Pack<L> sine = r * (z * polynomial(z, kS) + kTurn);
    const Pack<L> cosine = z * polynomial(z, kC) + 1.0;
    const Mask<L> odd = ((q & 1u) | kTwo52).real() > Pack<L>(0x1p52);  // where they change places
    return {(Bits<L>(select(odd, cosine, sine)) ^ ((q & 2u) << 62)).real(),
            (Bits<L>(select(odd, sine, cosine)) ^ (((q + 1u) & 2u) << 62)).real()};
}

}  // namespace clout
