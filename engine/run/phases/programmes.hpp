// Loops over programmes whose number is known when compiling where it is small, so that sums stay in
// registers.
#pragma once

#include "engine/base/lanes.hpp"

#include <array>
#include <type_traits>

namespace clout {

// Calls act.operator()<K>(): K is the number of programmes, or 0 where it is not one of the usual ones.
template <class Act>
CLOUT_INLINE decltype(auto) with_programmes(std::size_t programmes, Act&& act) {
    switch (programmes) {
#if !defined(CLOUT_EIGHT_LANES)  // a page has no registers for so many sums: one loop is as fast, and a sixth
                                 // as large
#if !defined(CLOUT_SANITIZED)    // one of them will do there
        case 2: return act.template operator()<2>();
        case 3: return act.template operator()<3>();
        case 4: return act.template operator()<4>();
        case 5: return act.template operator()<5>();
#endif
        case 6: return act.template operator()<6>();
#endif
        default: return act.template operator()<0>();
    }
}

// step(k) for k = 0 … programmes − 1, straight on where K says how many there are.
template <int K, class Step>
CLOUT_INLINE void each_programme(std::size_t programmes, Step step) {
    if constexpr (K == 0) {
        for (std::size_t k = 0; k < programmes; ++k) step(k);
    } else {
        unrolled<K>([&](int k) CLOUT_LAMBDA { step(static_cast<std::size_t>(k)); });
    }
}

// A figure a programme: in registers, or in `scratch` if K does not say how many there are.
template <int K, int L>
class ByProgramme {
public:
    CLOUT_INLINE explicit ByProgramme([[maybe_unused]] Pack<L>* scratch) {
        if constexpr (K == 0) figures_ = scratch;
    }
    CLOUT_INLINE Pack<L>& operator[](std::size_t k) { return figures_[k]; }

private:
    std::conditional_t<K == 0, Pack<L>*, std::array<Pack<L>, K == 0 ? 1 : K>> figures_;
};

}  // namespace clout
