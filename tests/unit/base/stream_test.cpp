#include "engine/base/stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <vector>

#include <Random123/philox.h>

#include "engine/base/fingerprint.hpp"
#include "engine/base/philox.hpp"

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

TEST(NameHash, IsFixedForEver) {
    // FNV-1a's published value of "a", then the mixer.
    EXPECT_EQ(name_hash("a"), mix(0xaf63dc4c8601ec8cu));
    EXPECT_EQ(name_hash(""), mix(0xcbf29ce484222325u));
    EXPECT_EQ(mix(0), 0xe220a8397b1dcdafu);  // splitmix64's first number from seed 0
    static_assert(name_hash("practice@bolton-3") != name_hash("practice@bolton-30"));
}

TEST(NameHash, TakesNamesInPieces) {
    EXPECT_EQ(NameHash().append("practice").append("@").append("bolton").append("-").append_number(3).value(),
              name_hash("practice@bolton-3"));
    EXPECT_EQ(NameHash().append_number(0).value(), name_hash("0"));
    EXPECT_EQ(NameHash().append_number(18446744073709551615u).value(), name_hash("18446744073709551615"));
}

TEST(NameHash, HasNoTwinsAmongAMillionNames) {
    std::vector<std::uint64_t> found;
    for (std::uint64_t i = 0; i < 1'000'000; ++i) {
        found.push_back(NameHash().append("practice-").append_number(i).value());
    }
    std::sort(found.begin(), found.end());
    EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
}

constexpr Draw kSome{name_hash("practice-1"), 3, Purpose::round, 0};

TEST(Luck, IsTheSameInAnyBlock) {
    const Luck<16> block(42, 32);
    const Luck<4> quarter(42, 36);
    std::array<Pack<16>, 7> many;
    std::array<Pack<4>, 7> few;
    block.normals(kSome, many);
    quarter.normals(kSome, few);
    for (std::size_t lane = 0; lane < 16; ++lane) {
        const Luck<1> alone(42, 32 + lane);
        std::array<Pack<1>, 7> own;
        alone.normals(kSome, own);
        EXPECT_EQ(block.uniform(kSome)[lane], alone.uniform(kSome)[0]);
        for (std::size_t i = 0; i < own.size(); ++i) {
            EXPECT_EQ(many[i][lane], own[i][0]);
            if (lane >= 4 && lane < 8) {
                EXPECT_EQ(few[i][lane - 4], own[i][0]);
            }
        }
    }
}

TEST(Luck, FewDrawsAreTheFirstOfMany) {
    const Luck<2> luck(7, 0);
    std::array<Pack<2>, 13> all;
    luck.normals(kSome, all);
    for (std::size_t n = 0; n <= all.size(); ++n) {
        std::vector<Pack<2>> first(n + 1, Pack<2>(-99.0));
        luck.normals(kSome, std::span(first).first(n));
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_EQ(first[i][1], all[i][1]) << n;
        }
        EXPECT_EQ(first[n][0], -99.0) << "wrote past the end";
    }
    std::array<Pack<2>, 4> later;
    Draw second = kSome;
    second.index = 1;
    luck.normals(second, later);
    EXPECT_EQ(later[0][0], all[4][0]);
}

TEST(Luck, EveryPartOfTheAddressMatters) {
    std::set<double> seen;
    std::size_t drawn = 0;
    const auto add = [&](std::uint64_t seed, std::uint64_t replicate, Draw draw) {
        seen.insert(Luck<1>(seed, replicate).uniform(draw)[0]);
        ++drawn;
    };
    for (std::uint64_t i = 0; i < 200; ++i) {
        const auto step = static_cast<std::uint32_t>(i + 1);
        add(i, 0, kSome);
        add(~i, i + 1,
            kSome);  // a naive exclusive or of seed and replicate would give all of these the same luck
        add(0, i + 1, kSome);
        add(0, 0, {kSome.name + i + 1, 3, Purpose::round, 0});
        add(0, 0, {kSome.name ^ (i + 1) << 32, 3, Purpose::round, 0});
        add(0, 0, {kSome.name, 3 + step, Purpose::round, 0});
        add(0, 0, {kSome.name, 3, Purpose::round, step});
    }
    for (int p = 0; p <= static_cast<int>(Purpose::offer); ++p) {
        if (static_cast<Purpose>(p) != Purpose::round) {
            add(0, 0, {kSome.name, 3, static_cast<Purpose>(p), 0});
        }
    }
    EXPECT_EQ(seen.size(), drawn);
}

TEST(Luck, UniformNumbersFillTheirInterval) {
    constexpr int kDraws = 100'000;
    const Luck<16> luck(1, 0);
    std::array<int, 100> bins{};
    for (std::uint32_t i = 0; i < kDraws; ++i) {
        const Pack<16> u = luck.uniform({5, 0, Purpose::number, i});
        for (std::size_t lane = 0; lane < 16; ++lane) {
            ASSERT_GT(u[lane], 0.0);
            ASSERT_LT(u[lane], 1.0);
            ++bins[static_cast<std::size_t>(u[lane] * 100.0)];
        }
    }
    const double expected = kDraws * 16 / 100.0;
    double chi2 = 0.0;
    for (const int n : bins) {
        chi2 += (n - expected) * (n - expected) / expected;
    }
    EXPECT_LT(chi2, 149.4);  // the 99.9 % point with 99 degrees of freedom is 148.2
    EXPECT_GT(chi2, 55.0);   // and the 0.01 % point 54
}

TEST(Luck, ManyNamesDrawWhatEachDrawsAlone) {
    const Luck<8> luck(3, 0);
    std::array<std::uint64_t, 11> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = mix(i);
    std::array<Pack<8>, 14> alone;
    for (std::size_t first = 0; first <= 6; first += 2) {
        for (std::size_t n = 1; n <= 8; ++n) {
            std::vector<Pack<8>> together(names.size() * n);
            luck.normals(names, 4, Purpose::round, first, n, together.data());
            for (std::size_t name = 0; name < names.size(); ++name) {
                luck.normals({names[name], 4, Purpose::round, 0}, alone);
                for (std::size_t i = 0; i < n; ++i)
                    EXPECT_EQ(together[name * n + i][5], alone[first + i][5]) << first << ' ' << n;
            }
        }
    }
}

TEST(Luck, ManyNamesDrawTheUniformNumbersOfEach) {
    const auto check = []<int L>(const Luck<L>& luck) {
        std::array<std::uint64_t, 19> names{};
        for (std::size_t i = 0; i < names.size(); ++i) names[i] = mix(i);
        std::array<Pack<L>, 19> together;
        luck.uniforms(names, 4, Purpose::takeover, together.data());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Pack<L> alone = luck.uniform({names[i], 4, Purpose::takeover});
            for (std::size_t lane = 0; lane < L; ++lane) EXPECT_EQ(together[i][lane], alone[lane]);
        }
    };
    check(Luck<1>(3, 0));
    check(Luck<8>(3, 0));
    check(Luck<16>(3, 0));
}

// A million numbers; the k-th in lane k % 16.
std::vector<double> a_million_normals(std::uint64_t seed, Purpose purpose) {
    const Luck<16> luck(seed, 0);
    std::vector<double> all;
    for (std::uint64_t name = 0; name < 12'500; ++name) {
        std::array<Pack<16>, 5> some;
        luck.normals({name_hash("n") + name, 0, purpose, 0}, some);
        for (const Pack<16>& p : some) {
            for (std::size_t lane = 0; lane < 16; ++lane) {
                all.push_back(p[lane]);
            }
        }
    }
    return all;
}

double mean_product(const std::vector<double>& a, const std::vector<double>& b, std::size_t lag) {
    double sum = 0.0;
    for (std::size_t i = lag; i < a.size(); ++i) {
        sum += a[i] * b[i - lag];
    }
    return sum / static_cast<double>(a.size() - lag);
}

TEST(Luck, NormalNumbersAreNormal) {
    std::vector<double> z = a_million_normals(11, Purpose::round);
    std::array<double, 5> moment{};
    for (const double x : z) {
        for (std::size_t k = 1; k < 5; ++k) {
            moment[k] += std::pow(x, static_cast<int>(k)) / static_cast<double>(z.size());
        }
    }
    // Five standard errors of a million.
    EXPECT_NEAR(moment[1], 0.0, 5e-3);
    EXPECT_NEAR(moment[2], 1.0, 5 * std::sqrt(2.0) * 1e-3);
    EXPECT_NEAR(moment[3], 0.0, 5 * std::sqrt(15.0) * 1e-3);
    EXPECT_NEAR(moment[4], 3.0, 5 * std::sqrt(96.0) * 1e-3);
    std::sort(z.begin(), z.end());
    double apart = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double below = 0.5 * std::erfc(-z[i] / std::sqrt(2.0));
        apart =
            std::max(apart, std::abs(below - (static_cast<double>(i) + 0.5) / static_cast<double>(z.size())));
    }
    EXPECT_LT(apart, 1.95e-3);  // Kolmogorov-Smirnov: one in a thousand is further apart
}

TEST(Luck, NormalNumbersAreIndependent) {
    const std::vector<double> z = a_million_normals(11, Purpose::round);
    const std::vector<double> other_purpose = a_million_normals(11, Purpose::takeover);
    const std::vector<double> other_seed = a_million_normals(12, Purpose::round);
    for (const std::size_t lag : {1u, 2u, 16u, 32u, 48u, 64u, 80u, 1600u}) {
        EXPECT_NEAR(mean_product(z, z, lag), 0.0, 5e-3) << "lag " << lag;
    }
    for (const std::size_t lag : {0u, 1u, 16u}) {
        EXPECT_NEAR(mean_product(z, other_purpose, lag), 0.0, 5e-3);
        EXPECT_NEAR(mean_product(z, other_seed, lag), 0.0, 5e-3);
    }
    // The two numbers of a pair share a radius: their squares must be unrelated too.
    std::vector<double> squares;
    for (const double x : z) {
        squares.push_back((x * x - 1.0) / std::sqrt(2.0));
    }
    EXPECT_NEAR(mean_product(squares, squares, 16), 0.0, 5e-3);
}

// Read off an AVX-512 build; every target and compiler must come to the same.
TEST(Luck, EveryTargetDrawsTheSame) {
    const Luck<16> luck(20260101, 5);
    Fingerprint all;
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        std::array<Pack<16>, 5> some;
        luck.normals({i, i, Purpose::proposer, i}, some);
        for (const Pack<16>& p : some) {
            all.add(p[i % 16]);
        }
        all.add(luck.uniform({i, 0, Purpose::takeover, i})[i % 16]);
    }
    EXPECT_EQ(all.value(), 15151339537639993202u);
}

}  // namespace
}  // namespace clout
