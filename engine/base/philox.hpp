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

// Philox4x32-10 of the counter under W keys (low and high word in the low halves of the lanes).
template <int W>
CLOUT_INLINE Words<W> philox(Counter counter, Whole<W> key_low, Whole<W> key_high) {
    constexpr std::uint64_t kMultiplier[] = {0xd2511f53u, 0xcd9e8d57u};
    constexpr std::uint64_t kWeyl[] = {0x9e3779b9u, 0xbb67ae85u};
    // The counter is the same for all lanes, so the first round needs no vectors before the keys come in.
    const std::uint64_t even = kMultiplier[0] * counter.word[0];
    const std::uint64_t odd = kMultiplier[1] * counter.word[2];
    Whole<W> a = key_low ^ ((odd >> 32) ^ counter.word[1]);
    Whole<W> b = every_whole<W>(odd);
    Whole<W> c = key_high ^ ((even >> 32) ^ counter.word[3]);
    Whole<W> d = every_whole<W>(even);
    unrolled<9>([&](int) CLOUT_LAMBDA {
        key_low += kWeyl[0];  // carries out of 32 bits fall into the rubbish, which products ignore
        key_high += kWeyl[1];
        const Whole<W> p = wide_product<W>(a, every_whole<W>(kMultiplier[0]));
        const Whole<W> q = wide_product<W>(c, every_whole<W>(kMultiplier[1]));
        a = (q >> 32) ^ b ^ key_low;
        b = q;
        c = (p >> 32) ^ d ^ key_high;
        d = p;
    });
    return {{a, b, c, d}};
}

}  // namespace clout::native
