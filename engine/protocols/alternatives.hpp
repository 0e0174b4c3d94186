// Which seats of a board ask for the same: the alternatives that rules of election know.
#pragma once

#include "engine/core/board_view.hpp"

namespace clout {

struct Alternatives {
    std::size_t count = 0;
    std::size_t* of_seat = nullptr;  // (seats) the row of its alternative
    std::size_t* first = nullptr;    // (alternatives) the first seat that asks for it
    std::size_t* backers = nullptr;  // (alternatives) [seats]
    bool differ = false;  // who asks for the same is not the same in every replicate; the rest is unfinished
};

template <int L>
[[nodiscard]] inline const Pack<L>* asked_by(const BoardView<L>& board, std::size_t seat) {
    return board.position + seat * board.programmes;
}

// Where two seats have the same position and both sit, or neither.
template <int L>
[[nodiscard]] inline Mask<L> alike(const BoardView<L>& board, std::size_t one, std::size_t other) {
    Mask<L> same = board.sits[one] == board.sits[other];
    for (std::size_t k = 0; k < board.programmes && any(same); ++k) {
        same = same & (asked_by(board, one)[k] == asked_by(board, other)[k]);
    }
    return same;
}

// In the order of their first seats; `rows` is room for three figures a seat.
template <int L>
[[nodiscard]] Alternatives alternatives_of(const BoardView<L>& board, std::size_t* rows) {
    Alternatives found{0, rows, rows + board.seats, rows + 2 * board.seats, false};
    for (std::size_t seat = 0; seat < board.seats; ++seat) {
        std::size_t row = 0;
        for (; row < found.count; ++row) {
            const Mask<L> same = alike(board, found.first[row], seat);
            if (all(same)) break;
            if (any(same)) {
                found.differ = true;
                return found;
            }
        }
        if (row == found.count) {
            found.first[row] = seat;
            found.backers[row] = 0;
            ++found.count;
        }
        found.of_seat[seat] = row;
        ++found.backers[row];
    }
    return found;
}

}  // namespace clout
