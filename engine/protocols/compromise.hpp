// The mean-voter or compromise model: the seats' positions weighted by power and salience (Van den Bos 1991;
// Achen 2006). The weighted Nash bargain in which a breakdown is worth nothing has the same solution
// (MODEL.md 7).
#pragma once

#include "engine/core/board_view.hpp"

namespace clout {

struct Compromise {
    static constexpr std::string_view kName = "compromise";
    static constexpr std::string_view kSummary =
        "the mean of the seats' positions, weighted by power and salience";
    static constexpr bool kTakesPapers = true;

    // x* = Σ w s q / Σ w s
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>&, Pack<L>* split) {
        Pack<L> total(0.0);
        for (std::size_t m = 0; m < board.seats; ++m) total += board.weight[m] * board.salience[m];
        for (std::size_t k = 0; k < board.programmes; ++k) split[k] = Pack<L>(0.0);
        const Pack<L> scale = select(total > Pack<L>(0.0), Pack<L>(1.0) / total, Pack<L>(0.0));
        for (std::size_t m = 0; m < board.seats; ++m) {
            const Pack<L> part = board.weight[m] * board.salience[m] * scale;
            for (std::size_t k = 0; k < board.programmes; ++k)
                split[k] += part * board.position[m * board.programmes + k];
        }
    }
};

static_assert(Protocol<Compromise>);

}  // namespace clout
