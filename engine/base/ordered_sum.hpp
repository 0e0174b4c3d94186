// A sum whose order, and so whose bits, are written down: for every sum that can change a decision.
#pragma once

#include <cstddef>
#include <type_traits>

namespace clout {

// term(0) + term(1) + … + term(count - 1), from the left. Terms may be doubles or packs; an empty sum is 0.
template <class Term>
[[nodiscard]] auto ordered_sum(std::size_t count, Term term) {
    std::remove_cvref_t<decltype(term(std::size_t{0}))> sum{};
    for (std::size_t i = 0; i < count; ++i) {
        sum += term(i);
    }
    return sum;
}

}  // namespace clout
