// A shelf is a list of types; everything that must know its members walks the list.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace clout {

template <class... Ts>
struct TypeList {
    static constexpr std::size_t size = sizeof...(Ts);

    // The members' names in the order of the list.
    [[nodiscard]] static constexpr std::array<std::string_view, size> names() { return {Ts::kName...}; }

    // Calls f.template operator()<T>() for the member in that row; rows past the end call nothing.
    template <class F>
    static constexpr void visit(std::size_t row, F&& f) {
        std::size_t at = 0;
        (void)((at++ == row ? (f.template operator()<Ts>(), true) : false) || ...);
    }
    template <class F>
    static constexpr void each(F&& f) {
        (f.template operator()<Ts>(), ...);
    }
};

}  // namespace clout
