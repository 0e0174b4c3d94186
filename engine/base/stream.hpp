// Luck that is addressed, never consumed: a draw is a pure function of (seed, replicate, name, round,
// purpose, index), so arms share it and neither threads, blocks nor the order of execution can change it
// (MODEL.md 4). Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC
// 2011), all lanes at once.
#pragma once

#include <cstdint>
#include <span>

#include "engine/base/lanes.hpp"
#include "engine/base/mix.hpp"
#include "engine/base/philox.hpp"

namespace clout {

// What a draw decides. The order is part of the results: new purposes go last.
enum class Purpose : std::uint8_t {
    number,            // an uncertain number of the scenario
    income,            // how large an organisation is
    anchor,            // what it wants at the start
    commitment_start,  // how far it stands behind its collectives at the start
    round,             // noise of its position
    takeover,          // whether a failed one is taken over
    champion,          // whether a body loses its champion
    agreement,         // whether a board agrees
    proposer,          // who proposes
    fate,              // noise of its commitment and its resilience
    resilience_start,  // how far it is from failing at the start
    acquisition,       // whether the weak and the alone are taken over
    wake,              // whether a dormant line answers another
    split,             // noise of what a board agrees on
    offer,             // whether a body is offered money for itself
};

// The address of a draw inside a replicate.
struct Draw {
    std::uint64_t name;   // name_hash of the instance or of the number's path
    std::uint32_t round;  // 0 where it is drawn before the first round
    Purpose purpose;
    std::uint32_t index = 0;  // below 2^24
};

// The key of one replicate's luck. Both are hashed, never added, so that two seeds do not share each other's
// replicates; the seed twice, so that seed and replicate cannot change places.
[[nodiscard]] constexpr std::uint64_t luck_key(std::uint64_t seed, std::uint64_t replicate) {
    return mix(mix(mix(seed)) ^ mix(replicate));
}

// The luck of replicates first, first + 1, … first + L - 1, one a lane.
template <int L>
class Luck {
    static constexpr int W = Layout<L>::kWidth;
    static constexpr int N = Layout<L>::kVectors;

public:
    Luck(std::uint64_t seed, std::uint64_t first_replicate);

    // One number a lane, evenly spread over the odd multiples of 2^-53 in (0, 1): never 0, never 1.
    [[nodiscard]] Pack<L> uniform(const Draw& draw) const;

    // The same for many names at once: out (names).
    void uniforms(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose,
                  Pack<L>* out) const;

    // Standard normal numbers (normal.hpp), one a lane in each of out. Four come from one index: they use up
    // draw.index … draw.index + (n - 1) / 4, and the first of many are the same as those of few.
    void normals(const Draw& draw, std::span<Pack<L>> out) const;

    // Numbers first … first + n - 1 of the same sequence, for many names at once: out (names × n), name by
    // name. `first` is even: numbers come in pairs.
    void normals(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose,
                 std::size_t first, std::size_t n, Pack<L>* out) const;

private:
    // Vectors and names walked side by side, as many as the registers bear (measured).
    static constexpr int kVectors = N < 2 ? N : 2;
#if defined(CLOUT_SANITIZED)
    static constexpr std::size_t kNames = 1;
#else
    static constexpr std::size_t kNames = W == 8 ? 8 / kVectors : 1;
#endif

    template <class Act>
    static void each_name(std::span<const std::uint64_t> names, std::uint32_t round, Purpose purpose,
                          Act act);
    template <int B>
    void uniforms_of(const native::Counter (&counter)[B], Pack<L>* out) const;
    template <int B>
    void fill_from(native::Counter (&counter)[B], std::size_t first, std::size_t n, Pack<L>* out) const;

    native::Keys<W> keys_[N];
};

extern template class Luck<1>;
extern template class Luck<2>;
extern template class Luck<4>;
extern template class Luck<8>;
extern template class Luck<16>;

}  // namespace clout
