// A lottery contest: seats spend effort to win and weak ones drop out (Tullock 1980; Hillman and Riley 1989).
#pragma once

#include "engine/core/board_view.hpp"

namespace clout {

struct Contest {
    static constexpr std::string_view kName = "contest";
    static constexpr std::string_view kSummary =
        "seats spend effort to win; the split follows their chances, and weak seats drop out";
    static constexpr bool kTakesPapers = true;

    // Less than this is no valuation: what it divides would be beyond all numbers.
    static constexpr double kNothing = 1e-200;

    // x* = Σ σ q with σ = max(0, 1 − E/V), V = w s, E such that Σ σ = 1. Among n contenders that stay in,
    // E = (n − 1) / Σ 1/V; whoever has V <= E drops out, which raises E, so dropping until nobody more has to
    // ends at the solution after at most as many passes as there are seats.
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        const Pack<L> zero(0.0), one(1.0);
        Pack<L>* value = scratch.reserve(board.seats);
        for (std::size_t m = 0; m < board.seats; ++m) {
            const Pack<L> worth = board.weight[m] * board.salience[m];
            value[m] = select(worth > Pack<L>(kNothing), worth, zero);
        }
        const Pack<L> effort = equilibrium_effort<L>(board.seats, value);
        for (std::size_t k = 0; k < board.programmes; ++k) split[k] = zero;
        for (std::size_t m = 0; m < board.seats; ++m) {
            const Pack<L> chance = select(value[m] > effort, one - effort / value[m], zero);
            for (std::size_t k = 0; k < board.programmes; ++k)
                split[k] += chance * board.position[m * board.programmes + k];
        }
    }

    // E, given the contenders' valuations (seats); 0 where fewer than two contend.
    template <int L>
    static Pack<L> equilibrium_effort(std::size_t seats, const Pack<L>* value) {
        const Pack<L> zero(0.0), one(1.0);
        Pack<L> effort = zero;
        for (std::size_t pass = 0; pass < seats; ++pass) {
            Pack<L> contenders = zero, inverse = zero;
            for (std::size_t m = 0; m < seats; ++m) {
                const auto stays = value[m] > effort;
                contenders += select(stays, one, zero);
                inverse += select(stays, one / value[m], zero);
            }
            const Pack<L> next = select(contenders > one, (contenders - one) / inverse, effort);
            const bool settled = none(next > effort);
            effort = max(effort, next);
            if (settled) break;
        }
        return effort;
    }
};

static_assert(Protocol<Contest>);

}  // namespace clout
