#include "engine/base/philox.hpp"
#include "engine/base/mix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include <Random123/philox.h>

namespace clout {
namespace {

std::array<std::uint32_t, 4> words_of(native::Counter counter, std::uint32_t key_low,
                                      std::uint32_t key_high) {
    const native::Words<1> words = native::philox<1>(counter, {key_low, key_high});
    std::array<std::uint32_t, 4> low{};
    std::transform(std::begin(words.word), std::end(words.word), low.begin(),
                   [](std::uint64_t w) { return static_cast<std::uint32_t>(w); });
    return low;
}

TEST(Philox, GivesThePublishedAnswers) {
    // Random123's kat_vectors, philox4x32 10.
    using Words = std::array<std::uint32_t, 4>;
    EXPECT_EQ(words_of({{0, 0, 0, 0}}, 0, 0), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(words_of({{~0u, ~0u, ~0u, ~0u}}, ~0u, ~0u),
              (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(words_of({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, 0xa4093822, 0x299f31d0),
              (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

template <int W>
void agrees_with_random123() {
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        const auto part = [&](std::uint64_t of) { return static_cast<std::uint32_t>(mix(of + 8 * i)); };
        const native::Counter counter{{part(0), part(1), part(2), part(3)}};
        std::uint64_t low[W];
        std::uint64_t high[W];
        for (std::uint64_t lane = 0; lane < W; ++lane) {
            low[lane] = part(1'000'000 + lane);
            high[lane] = part(2'000'000 + lane);
        }
        native::Whole<W> low_vector;
        native::Whole<W> high_vector;
        __builtin_memcpy(&low_vector, low, sizeof low);
        __builtin_memcpy(&high_vector, high, sizeof high);
        const native::Words<W> found = native::philox<W>(counter, {low_vector, high_vector});
        for (std::size_t lane = 0; lane < W; ++lane) {
            const r123::Philox4x32 oracle;
            const auto truth =
                oracle({{counter.word[0], counter.word[1], counter.word[2], counter.word[3]}},
                       {{static_cast<std::uint32_t>(low[lane]), static_cast<std::uint32_t>(high[lane])}});
            for (std::size_t w = 0; w < 4; ++w) {
                std::uint64_t lanes[W];
                __builtin_memcpy(lanes, &found.word[w], sizeof lanes);
                ASSERT_EQ(static_cast<std::uint32_t>(lanes[lane]), truth[w]);
            }
        }
    }
}

TEST(Philox, AgreesWithRandom123) {
    agrees_with_random123<1>();
    agrees_with_random123<native::kWidth>();
}

}  // namespace
}  // namespace clout
