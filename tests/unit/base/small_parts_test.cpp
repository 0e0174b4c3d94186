// The pieces of base that need only a line or two of proof: ordered sums, fingerprints, assertions, the log.
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "engine/base/assert.hpp"
#include "engine/base/fingerprint.hpp"
#include "engine/base/lanes.hpp"
#include "engine/base/log.hpp"
#include "engine/base/ordered_sum.hpp"
#include "engine/base/pages.hpp"

namespace clout {
namespace {

TEST(OrderedSum, AddsFromTheLeft) {
    const std::vector<double> terms{1e16, 1.0, -1e16, 1.0};
    EXPECT_EQ(ordered_sum(terms.size(), [&](std::size_t i) { return terms[i]; }), 1.0);
    EXPECT_EQ(ordered_sum(0, [](std::size_t) { return 7.0; }), 0.0);
    const Pack<4> packs = ordered_sum(3, [](std::size_t i) { return Pack<4>(static_cast<double>(i)); });
    EXPECT_EQ(packs[3], 3.0);
}

TEST(Fingerprint, SeesEveryBitAndTheOrder) {
    const auto of = [](std::vector<double> numbers) {
        return Fingerprint().add(std::span<const double>(numbers)).value();
    };
    EXPECT_EQ(of({1.0, 2.0}), of({1.0, 2.0}));
    EXPECT_NE(of({1.0, 2.0}), of({2.0, 1.0}));
    EXPECT_NE(of({0.0}), of({-0.0}));
    EXPECT_NE(of({1.0}), of({1.0 + 0x1p-52}));
    EXPECT_NE(of({0.0}), of({0.0, 0.0}));
    EXPECT_NE(of({}), Fingerprint().value());
    EXPECT_NE(Fingerprint().add("ab").add("c").value(), Fingerprint().add("a").add("bc").value());
}

TEST(AssertDeathTest, StopsWhereAssertionsAreOn) {
    const auto check = [](int seats) { CLOUT_ASSERT(seats > 0, "a board has a seat"); };
    check(1);
#if defined(CLOUT_ASSERTIONS)
    EXPECT_DEATH(check(0), "assertion failed: a board has a seat");
#else
    check(0);
#endif
}

TEST(Log, WritesPlainLinesToStderr) {
    ::testing::internal::CaptureStderr();
    ::testing::internal::CaptureStdout();
    start_log(LogLevel::info, LogColour::never);
    log(LogLevel::debug, "not heard");
    log(LogLevel::info, "reading {braces} as they are");
    log(LogLevel::error, "the disk is full");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(),
              "clout: reading {braces} as they are\nclout: error: the disk is full\n");
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
    ::testing::internal::CaptureStderr();
    start_log(LogLevel::off);
    log(LogLevel::error, "nobody listens");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(Pages, AlignLargeArraysToWholePagesAndSmallOnesToCacheLines) {
    std::vector<double, Pages<double>> small(100, 1.5), large(std::size_t{1} << 20, 2.5);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(small.data()) % 64, 0u);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(large.data()) % (std::size_t{2} << 20), 0u);
    EXPECT_EQ(small[99], 1.5);
    EXPECT_EQ(large.back(), 2.5);
    auto copy = large;
    copy.resize(2 * large.size());
    EXPECT_EQ(copy[large.size() - 1], 2.5);
    large.swap(copy);
    EXPECT_EQ(large.size(), 2 * copy.size());
}

}  // namespace
}  // namespace clout
