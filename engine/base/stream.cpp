#include "engine/base/stream.hpp"

#include "engine/base/assert.hpp"
#include "engine/base/elementary.hpp"
#include "engine/base/philox.hpp"

namespace clout {
namespace {

native::Counter counter_of(const Draw& draw) {
    CLOUT_ASSERT(draw.index < (1u << 24), "a draw's index has 24 bits");
    return {{static_cast<std::uint32_t>(draw.name), static_cast<std::uint32_t>(draw.name >> 32), draw.round,
             static_cast<std::uint32_t>(draw.purpose) << 24 | draw.index}};
}

// (w + ½) 2^-32 of a 32-bit word: strictly inside (0, 1).
template <int W>
CLOUT_INLINE native::Real<W> inside_unit(native::Whole<W> word) {
    constexpr std::uint64_t kTwo52 = 0x4330000000000000u;  // the bits of 2^52; or-ing a word in adds it
    return (native::from_bits<W>((word & 0xffffffffu) | kTwo52) - (0x1p52 - 0.5)) * 0x1p-32;
}

// Box & Muller 1958: two independent standard normal numbers from two uniform ones, for G vectors side by
// side, so that the processor finds work while it waits for the logarithm. `second` may be null: then only
// the first is stored.
template <int W, int G, class Words>
CLOUT_INLINE void normal_pairs(const Words& words, int word, native::Real<W>* first,
                               native::Real<W>* second) {
    unrolled<G>([&](int g) CLOUT_LAMBDA {
        const native::Real<W> u = inside_unit<W>(words[g].word[word]);
        const native::Real<W> radius =
            native::square_root<W>(-2.0 * native::positive_log<W>(u, native::every<W>(0.0)));
        const native::Turn<W> direction = native::turn<W>(inside_unit<W>(words[g].word[word + 1]));
        first[g] = radius * direction.cos;
        if (second != nullptr) {
            second[g] = radius * direction.sin;
        }
    });
}

}  // namespace

template <int L>
Luck<L>::Luck(std::uint64_t seed, std::uint64_t first_replicate) {
    for (int v = 0; v < N; ++v) {
        std::uint64_t low[W];
        std::uint64_t high[W];
        for (int lane = 0; lane < W; ++lane) {
            const std::uint64_t key =
                luck_key(seed, first_replicate + static_cast<std::uint64_t>(v * W + lane));
            low[lane] = key & 0xffffffffu;
            high[lane] = key >> 32;
        }
        __builtin_memcpy(&key_low_[v], low, sizeof low);
        __builtin_memcpy(&key_high_[v], high, sizeof high);
    }
}

template <int L>
Pack<L> Luck<L>::uniform(const Draw& draw) const {
    constexpr std::uint64_t kOne = 0x3ff0000000000000u;  // the bits of 1
    const native::Counter counter = counter_of(draw);
    Pack<L> u;
    for (int v = 0; v < N; v += kGroup) {
        unrolled<kGroup>([&](int g) CLOUT_LAMBDA {
            const native::Words<W> words = native::philox<W>(counter, key_low_[v + g], key_high_[v + g]);
            const native::Whole<W> fraction =
                (words.word[0] & 0xffffffffu) | ((words.word[1] & 0xfffffu) << 32);
            u.vector[v + g] = native::from_bits<W>(fraction | kOne) - (1.0 - 0x1p-53);
        });
    }
    return u;
}

template <int L>
void Luck<L>::normals(const Draw& draw, std::span<Pack<L>> out) const {
    native::Counter counter = counter_of(draw);
    for (std::size_t first = 0; first < out.size(); first += 4, ++counter.word[3]) {
        const std::size_t wanted = out.size() - first;
        for (int v = 0; v < N; v += kGroup) {
            native::Words<W> words[kGroup];
            unrolled<kGroup>([&](int g) CLOUT_LAMBDA {
                words[g] = native::philox<W>(counter, key_low_[v + g], key_high_[v + g]);
            });
            const auto place = [&](std::size_t i) {
                return i < wanted ? &out[first + i].vector[v] : nullptr;
            };
            normal_pairs<W, kGroup>(words, 0, place(0), place(1));
            if (wanted > 2) {
                normal_pairs<W, kGroup>(words, 2, place(2), place(3));
            }
        }
    }
}

template class Luck<1>;
template class Luck<2>;
template class Luck<4>;
template class Luck<8>;
template class Luck<16>;
template class Luck<32>;

}  // namespace clout
