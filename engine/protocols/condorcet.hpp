// A probabilistic Condorcet election: alternatives are the seats' positions, coalitions back the nearer of
// two, and a standing alternative falls to a challenger with the chance of its backing (Bueno de Mesquita
// 1985; the kernel of KTAB's spatial model of politics).
#pragma once

#include "engine/core/board_view.hpp"

namespace clout {

struct Condorcet {
    static constexpr std::string_view kName = "condorcet";
    static constexpr std::string_view kSummary =
        "positions stand for election in pairs; the split follows how often each is the standing one";
    static constexpr bool kTakesPapers = true;
    // Every seat's position is an alternative, whatever its weight.
    static constexpr bool kWeightlessSeatsStand = true;
    // Distances nearer than this are equal (MODEL.md 7).
    static constexpr double kEqual = 1e-12;

    // x* = Σ π q, π the stationary distribution of the chain of standing alternatives.
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        const std::size_t seats = board.seats;
        Pack<L>* apart = scratch.reserve(2 * seats * seats + seats);
        Pack<L>* moves = apart + seats * seats;
        Pack<L>* standing = moves + seats * seats;
        measure(board, apart);
        compete(board, apart, moves);
        settle(seats, moves, standing);
        for (std::size_t k = 0; k < board.programmes; ++k) split[k] = Pack<L>(0.0);
        for (std::size_t m = 0; m < seats; ++m) {
            for (std::size_t k = 0; k < board.programmes; ++k) {
                split[k] += standing[m] * board.position[m * board.programmes + k];
            }
        }
    }

private:
    // ‖q_i − q_j‖² (seats × seats)
    template <int L>
    static void measure(const BoardView<L>& board, Pack<L>* apart) {
        for (std::size_t i = 0; i < board.seats; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                Pack<L> sum(0.0);
                for (std::size_t k = 0; k < board.programmes; ++k) {
                    const Pack<L> gap =
                        board.position[i * board.programmes + k] - board.position[j * board.programmes + k];
                    sum += gap * gap;
                }
                apart[i * board.seats + j] = apart[j * board.seats + i] = sum;
            }
        }
    }

    // moves[j, i]: how readily i replaces j; the chance of being challenged is the same for all and cancels.
    // A seat that does not sit wins nothing and gives way to all.
    template <int L>
    static void compete(const BoardView<L>& board, const Pack<L>* apart, Pack<L>* moves) {
        const Pack<L> zero(0.0), one(1.0), half(0.5);
        const std::size_t seats = board.seats;
        for (std::size_t i = 0; i < seats; ++i) {
            moves[i * seats + i] = zero;
            for (std::size_t j = 0; j < i; ++j) {
                Pack<L> for_i = zero, for_j = zero;
                for (std::size_t m = 0; m < seats; ++m) {
                    const Pack<L> gain = apart[j * seats + m] - apart[i * seats + m];
                    const Pack<L> force = board.weight[m] * board.salience[m];
                    for_i += select(gain > Pack<L>(kEqual), force * gain, zero);
                    for_j += select(gain < Pack<L>(-kEqual), force * -gain, zero);
                }
                const Pack<L> both = for_i + for_j;
                const Pack<L> wins = select(both > zero, for_i / both, half);
                const Mask<L> i_sits = board.sits[i] > zero, j_sits = board.sits[j] > zero;
                moves[j * seats + i] = select(i_sits, select(j_sits, wins, one), zero);
                moves[i * seats + j] = select(j_sits, select(i_sits, one - wins, one), zero);
            }
        }
    }

    // The stationary distribution by elimination without subtractions (Grassmann, Taksar and Heyman 1985). Of
    // any two alternatives at least one beats the other sometimes, so there is one closed class: where a
    // state that is eliminated leads to none of the earlier ones, none of those is in it.
    template <int L>
    static void settle(std::size_t seats, Pack<L>* moves, Pack<L>* standing) {
        const Pack<L> zero(0.0), one(1.0);
        for (std::size_t n = seats; n-- > 1;) {
            Pack<L> leaves = zero;
            for (std::size_t j = 0; j < n; ++j) leaves += moves[n * seats + j];
            const Pack<L> scale = select(leaves > zero, one / leaves, zero);
            for (std::size_t i = 0; i < n; ++i) {
                const Pack<L> through = moves[i * seats + n] * scale;
                for (std::size_t j = 0; j < n; ++j) {
                    if (j != i) moves[i * seats + j] += through * moves[n * seats + j];
                }
            }
            moves[n * seats + n] = leaves;  // the diagonal is free: kept for the way back
        }
        standing[0] = one;
        for (std::size_t n = 1; n < seats; ++n) {
            const Pack<L> leaves = moves[n * seats + n];
            const Mask<L> stays = !(leaves > zero);
            Pack<L> arrives = zero;
            for (std::size_t i = 0; i < n; ++i) arrives += standing[i] * moves[i * seats + n];
            for (std::size_t i = 0; i < n; ++i) standing[i] = select(stays, zero, standing[i]);
            standing[n] = select(stays, one, arrives / leaves);
        }
        Pack<L> total = zero;
        for (std::size_t n = 0; n < seats; ++n) total += standing[n];
        for (std::size_t n = 0; n < seats; ++n) standing[n] = standing[n] / total;
    }
};

static_assert(Protocol<Condorcet>);

}  // namespace clout
