#include "engine/base/lanes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace clout {
namespace {

template <class Size>
class Lanes : public ::testing::Test {};
template <int L>
struct Of {
    static constexpr int kLanes = L;
};
using Sizes = ::testing::Types<Of<1>, Of<2>, Of<4>, Of<8>, Of<16>, Of<32>>;
TYPED_TEST_SUITE(Lanes, Sizes);

// A different number in every lane, of both signs, none of them round.
template <int L>
Pack<L> sample(double scale, double shift) {
    Pack<L> p;
    for (std::size_t lane = 0; lane < L; ++lane) {
        p.set(lane, scale * (static_cast<double>(lane) + 0.37) + shift);
    }
    return p;
}

TYPED_TEST(Lanes, AreConsecutiveAlignedDoubles) {
    constexpr int L = TypeParam::kLanes;
    static_assert(sizeof(Pack<L>) == L * sizeof(double));
    static_assert(alignof(Pack<L>) == (L * 8 < 64 ? L * 8 : 64));
    static_assert(std::is_trivially_copyable_v<Pack<L>>);
    const std::vector<Pack<L>> many(3, sample<L>(2.0, -1.0));
    double plain[L];
    __builtin_memcpy(plain, &many[1], sizeof plain);
    for (std::size_t lane = 0; lane < L; ++lane) {
        EXPECT_EQ(plain[lane], 2.0 * (static_cast<double>(lane) + 0.37) - 1.0);
    }
}

TYPED_TEST(Lanes, PartsAreTheSameLanes) {
    constexpr int L = TypeParam::kLanes, kPart = Layout<L>::kWidth;
    const Pack<L> whole = sample<L>(1.7, -3.1);
    Pack<L> again(0.0);
    for (int v = 0; v < L / kPart; ++v) {
        const Pack<kPart> part = whole.template part<kPart>(v);
        for (int lane = 0; lane < kPart; ++lane)
            EXPECT_EQ(part[static_cast<std::size_t>(lane)],
                      whole[static_cast<std::size_t>(v * kPart + lane)]);
        again.set_part(v, part);
    }
    for (std::size_t lane = 0; lane < L; ++lane) EXPECT_EQ(again[lane], whole[lane]);
}

TYPED_TEST(Lanes, ArithmeticIsThatOfEachLane) {
    constexpr int L = TypeParam::kLanes;
    const Pack<L> a = sample<L>(1.7, -3.1);
    const Pack<L> b = sample<L>(-0.3, 5.9);
    Pack<L> compound = a;
    compound += b;
    compound *= a;
    compound -= 0.25;
    compound /= b;
    for (std::size_t i = 0; i < L; ++i) {
        EXPECT_EQ((a + b)[i], a[i] + b[i]);
        EXPECT_EQ((a - b)[i], a[i] - b[i]);
        EXPECT_EQ((a * b)[i], a[i] * b[i]);
        EXPECT_EQ((a / b)[i], a[i] / b[i]);
        EXPECT_EQ((-a)[i], -a[i]);
        EXPECT_EQ((2.0 * a + 1.0)[i], 2.0 * a[i] + 1.0);
        EXPECT_EQ(compound[i], ((a[i] + b[i]) * a[i] - 0.25) / b[i]);
        EXPECT_EQ(min(a, b)[i], std::min(a[i], b[i]));
        EXPECT_EQ(max(a, b)[i], std::max(a[i], b[i]));
        EXPECT_EQ(abs(a)[i], std::abs(a[i]));
        EXPECT_EQ(sqrt(abs(a))[i], std::sqrt(std::abs(a[i])));
    }
}

TYPED_TEST(Lanes, ClipToTheUnitIntervalHoldsEverywhere) {
    constexpr int L = TypeParam::kLanes;
    EXPECT_EQ(clip01(Pack<L>(-0.5))[L - 1], 0.0);
    EXPECT_EQ(clip01(Pack<L>(0.5))[L - 1], 0.5);
    EXPECT_EQ(clip01(Pack<L>(1.5))[L - 1], 1.0);
    EXPECT_EQ(clip01(Pack<L>(std::numeric_limits<double>::quiet_NaN()))[L - 1], 0.0);
    EXPECT_EQ(clip01(Pack<L>(std::numeric_limits<double>::infinity()))[L - 1], 1.0);
}

TYPED_TEST(Lanes, ComparisonsAnswerForEachLane) {
    constexpr int L = TypeParam::kLanes;
    const Pack<L> a = sample<L>(1.0, 0.0);
    Pack<L> b = sample<L>(1.0, 0.0);
    b.set(0, 100.0);
    b.set(L - 1, -100.0);
    for (std::size_t i = 0; i < L; ++i) {
        EXPECT_EQ((a < b)[i], a[i] < b[i]);
        EXPECT_EQ((a <= b)[i], a[i] <= b[i]);
        EXPECT_EQ((a > b)[i], a[i] > b[i]);
        EXPECT_EQ((a >= b)[i], a[i] >= b[i]);
        EXPECT_EQ((a == b)[i], a[i] == b[i]);
        EXPECT_EQ((!(a < b))[i], !(a[i] < b[i]));
        EXPECT_EQ(((a < b) | (a == b))[i], a[i] <= b[i]);
        EXPECT_EQ(((a <= b) & (a >= b))[i], a[i] == b[i]);
        EXPECT_EQ(select(a < b, a, b)[i], a[i] < b[i] ? a[i] : b[i]);
        EXPECT_EQ(where(a < b, a)[i], a[i] < b[i] ? a[i] : 0.0);
    }
    EXPECT_FALSE(any(Pack<L>(std::numeric_limits<double>::quiet_NaN()) <= 1.0));
}

TYPED_TEST(Lanes, MasksKnowTheirLanes) {
    constexpr int L = TypeParam::kLanes;
    EXPECT_TRUE(all(Mask<L>(true)));
    EXPECT_TRUE(none(Mask<L>(false)));
    EXPECT_FALSE(any(Mask<L>(false)));
    for (std::size_t i = 0; i < L; ++i) {
        Mask<L> only(false);
        only.set(i, true);
        EXPECT_EQ(lanes_set(only), 1u << i);
        EXPECT_TRUE(any(only));
        EXPECT_TRUE(only[i]);
        EXPECT_EQ(all(only), L == 1);
        EXPECT_EQ(all(only | !only), true);
        only.set(i, false);
        EXPECT_TRUE(none(only));
        Mask<L> but(true);
        but.set(i, false);
        EXPECT_FALSE(all(but));
        EXPECT_EQ(lanes_set(!but), 1u << i);
        but |= !but;
        EXPECT_TRUE(all(but));
        but &= Mask<L>(false);
        EXPECT_TRUE(none(but));
    }
}

}  // namespace
}  // namespace clout
