#include "engine/base/stream.hpp"

#include "engine/base/assert.hpp"
#include "engine/base/normal.hpp"

#include <algorithm>

namespace clout {
namespace {

native::Counter counter_of(const Draw& draw) {
    CLOUT_ASSERT(draw.index < (1u << 24), "a draw's index has 24 bits");
    return {{static_cast<std::uint32_t>(draw.name), static_cast<std::uint32_t>(draw.name >> 32), draw.round,
             static_cast<std::uint32_t>(draw.purpose) << 24 | draw.index}};
}

// Numbers `from` (0 or 2) to `to` − 1 of the four that one block of words a stream gives; stream s writes
// them to vector v + s mod V of out + (s / V) stride. First all radii, then the points they belong to, some
// streams abreast: each pass by itself has registers enough (measured: together a fifth slower).
template <int V, int B, int W, int L>
CLOUT_INLINE void fill(const native::Words<W> (&words)[B * V], int v, std::size_t from, std::size_t to,
                       std::size_t stride, Pack<L>* out) {
    constexpr int S = B * V, kAbreast = S < 4 ? S : 4;
    const auto find_radii = [&](int word) CLOUT_LAMBDA {
        Bits<W * S> length;
        unrolled<S>([&](int s) CLOUT_LAMBDA { length.vector[s] = words[s].word[word]; });
        return squared_radius(length);
    };
    const Pack<W * S> none(0.0);
    const Pack<W * S> square[2] = {from == 0 ? find_radii(0) : none, to > 2 ? find_radii(2) : none};
    const auto write_pair = [&](int group, int word, bool both) CLOUT_LAMBDA {
        Bits<W * kAbreast> angle;
        unrolled<kAbreast>(
            [&](int s) CLOUT_LAMBDA { angle.vector[s] = words[group * kAbreast + s].word[word + 1]; });
        const Pack<W* kAbreast> radius = sqrt(square[word / 2].template part<W * kAbreast>(group));
        const Direction<W* kAbreast> point = direction(angle);
        const Pack<W*kAbreast> across = radius * point.across, up = radius * point.up;
        unrolled<kAbreast>([&](int s) CLOUT_LAMBDA {
            const int stream = group * kAbreast + s;
            Pack<L>* at = out + static_cast<std::size_t>(stream / V) * stride + word;
            at[0].vector[v + stream % V] = across.vector[s];
            if (both) at[1].vector[v + stream % V] = up.vector[s];
        });
    };
    native::keep_order();
    unrolled<S / kAbreast>([&](int group) CLOUT_LAMBDA {
        if (from == 0) write_pair(group, 0, to > 1);
        if (to > 2) write_pair(group, 2, to > 3);
    });
}

}  // namespace

template <int L>
Luck<L>::Luck(std::uint64_t seed, std::uint64_t first_replicate) {
    for (int v = 0; v < N; ++v) {
        native::Whole<W> low{}, high{};
        for (int lane = 0; lane < W; ++lane) {
            const std::uint64_t key =
                luck_key(seed, first_replicate + static_cast<std::uint64_t>(v * W + lane));
            if constexpr (W == 1) {
                low = key & 0xffffffffu;
                high = key >> 32;
            } else {
                low[lane] = key & 0xffffffffu;
                high[lane] = key >> 32;
            }
        }
        keys_[v] = {low, high};
    }
}

template <int L>
template <int B>
void Luck<L>::uniforms_of(const native::Counter (&counter)[B], Pack<L>* out) const {
    constexpr std::uint64_t kOne = 0x3ff0000000000000u;  // the bits of 1
    for (int v = 0; v < N; v += kVectors) {
        native::Words<W> words[B * kVectors];
        native::philox<W, kVectors, B>(counter, &keys_[v], words);
        for (int s = 0; s < B * kVectors; ++s) {
            const native::Whole<W>(&word)[4] = words[s].word;
            const native::Whole<W> fraction = (word[0] & 0xffffffffu) | ((word[1] & 0xfffffu) << 32);
            out[s / kVectors].vector[v + s % kVectors] =
                native::from_bits<W>(fraction | kOne) - (1.0 - 0x1p-53);
        }
    }
}

template <int L>
Pack<L> Luck<L>::uniform(const Draw& draw) const {
    const native::Counter counter[] = {counter_of(draw)};
    Pack<L> u;
    uniforms_of(counter, &u);
    return u;
}

// Calls act(counters, i): the counters of names i, i + 1, …, as many as go abreast, then one by one.
template <int L>
template <class Act>
void Luck<L>::each_name(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose, Act act) {
    const auto counter = [&](std::size_t i) { return counter_of({names[i], round, purpose, 0}); };
    std::size_t i = 0;
    for (; i + kNames <= names.size(); i += kNames) {
        native::Counter abreast[kNames];
        for (std::size_t b = 0; b < kNames; ++b) abreast[b] = counter(i + b);
        act(abreast, i);
    }
    for (; i < names.size(); ++i) {
        native::Counter alone[] = {counter(i)};
        act(alone, i);
    }
}

template <int L>
void Luck<L>::uniforms(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose,
                       Pack<L>* out) const {
    each_name(names, round, purpose, [&](auto& counters, std::size_t i) { uniforms_of(counters, out + i); });
}

template <int L>
template <int B>
void Luck<L>::fill_from(native::Counter (&counter)[B], std::size_t first, std::size_t n, Pack<L>* out) const {
    for (native::Counter& c : counter) c.word[3] += static_cast<std::uint32_t>(first / 4);
    Pack<L>* block = out - first % 4;  // where the block's number 0 would go
    for (std::size_t at = first % 4, end = first % 4 + n; at < end; at = 0, end -= 4, block += 4) {
        for (int v = 0; v < N; v += kVectors) {
            native::Words<W> words[B * kVectors];
            native::philox<W, kVectors, B>(counter, &keys_[v], words);
            fill<kVectors, B>(words, v, at, end, n, block);
        }
        for (native::Counter& c : counter) ++c.word[3];
        if (end <= 4) break;
    }
}

template <int L>
void Luck<L>::normals(const Draw& draw, std::span<Pack<L>> out) const {
    native::Counter counter[] = {counter_of(draw)};
    fill_from(counter, 0, out.size(), out.data());
}

template <int L>
void Luck<L>::normals(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose,
                      std::size_t first, std::size_t n, Pack<L>* out) const {
    CLOUT_ASSERT(first % 2 == 0, "numbers come in pairs");
    each_name(names, round, purpose,
              [&](auto& counters, std::size_t i) { fill_from(counters, first, n, out + i * n); });
}

template class Luck<1>;
template class Luck<2>;
template class Luck<4>;
template class Luck<8>;
template class Luck<16>;

}  // namespace clout
