// One seat sets the agenda and moves the split as far as a majority near it will follow (Romer and Rosenthal
// 1978).
#pragma once

#include "engine/core/board_view.hpp"

#include <algorithm>
#include <cmath>

namespace clout {

struct Setter {
    static constexpr std::string_view kName = "setter";
    static constexpr std::string_view kSummary =
        "one seat proposes, and the split moves as far towards it as a majority accepts";
    static constexpr bool kTakesPapers = false;
    static constexpr bool kDraws = true;     // who proposes is the negotiation's own luck
    static constexpr double kEqual = 1e-12;  // MODEL.md 7

    // Who proposes differs from replicate to replicate, so each is worked out by itself.
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        Pack<L>* seats = scratch.reserve(2 * board.seats);
        for (int lane = 0; lane < L; ++lane) {
            const Lane<L> table{board, lane, seats, seats + board.seats};
            const std::size_t proposer = table.proposer();
            const double step = table.step(proposer);
            for (std::size_t k = 0; k < board.programmes; ++k) {
                const double x = board.standing[k][lane];
                split[k].set(lane, x + step * (table.position(proposer, k) - x));
            }
        }
    }

private:
    template <int L>
    struct Lane {
        const BoardView<L>& board;
        int lane;
        Pack<L>*chance, *apart;  // (seats) scratch: recognition; distance from the proposer

        [[nodiscard]] double position(std::size_t m, std::size_t k) const {
            return board.position[m * board.programmes + k][lane];
        }
        [[nodiscard]] bool sits(std::size_t m) const { return board.sits[m][lane] > 0; }

        // Recognised in proportion to votes times initiative, to weight where nobody takes any.
        [[nodiscard]] std::size_t proposer() const {
            double total = 0, weight = 0;
            for (std::size_t m = 0; m < board.seats; ++m) {
                chance[m].set(lane, board.votes[m][lane] * board.initiative[m][lane]);
                total += chance[m][lane];
                weight += board.weight[m][lane];
            }
            const bool idle = !(total > 0);
            for (std::size_t m = 0; m < board.seats; ++m) {
                chance[m].set(lane, idle ? board.weight[m][lane] / weight : chance[m][lane] / total);
            }
            return board.stochastic ? drawn() : likeliest();
        }

        [[nodiscard]] std::size_t drawn() const {
            double below = 0;
            std::size_t last = 0;
            for (std::size_t m = 0; m < board.seats; ++m) {
                if (!(chance[m][lane] > 0)) continue;
                below += chance[m][lane];
                last = m;
                if (board.chance[lane] < below) break;
            }
            return last;
        }

        [[nodiscard]] std::size_t likeliest() const {
            double best = 0;
            for (std::size_t m = 0; m < board.seats; ++m) best = std::max(best, chance[m][lane]);
            std::size_t first = 0;
            while (first + 1 < board.seats && chance[first][lane] < best - kEqual) ++first;
            return first;
        }

        // How far towards the proposer every member of its coalition accepts to go, 0 … 1.
        [[nodiscard]] double step(std::size_t proposer) const {
            double votes = 0, length = 0;
            for (std::size_t m = 0; m < board.seats; ++m) {
                double sum = 0;
                for (std::size_t k = 0; k < board.programmes; ++k) {
                    const double gap = position(m, k) - position(proposer, k);
                    sum += gap * gap;
                }
                apart[m].set(lane, sits(m) && m != proposer ? std::sqrt(sum) : kTaken);
                votes += board.votes[m][lane];
            }
            for (std::size_t k = 0; k < board.programmes; ++k) {
                const double way = position(proposer, k) - board.standing[k][lane];
                length += way * way;
            }
            if (!(length > 0)) return 0;
            double least = 1, held = board.votes[proposer][lane];
            while (!(held > (board.quota[lane] + kEqual) * votes)) {
                const std::size_t next = nearest();
                if (next == board.seats) break;
                apart[next].set(lane, kTaken);
                held += board.votes[next][lane];
                least = std::min(least, accepts(next, proposer, length));
            }
            return std::max(least, 0.0);
        }

        // The nearest seat not yet in the coalition, the first of equals; as many as there are seats where
        // none is left.
        [[nodiscard]] std::size_t nearest() const {
            double best = kTaken;
            for (std::size_t m = 0; m < board.seats; ++m) best = std::min(best, apart[m][lane]);
            if (!(best < kTaken)) return board.seats;
            std::size_t first = 0;
            while (apart[first][lane] > best + kEqual) ++first;
            return first;
        }

        // The step at which seat m is as far from the proposal as from the split that stands.
        [[nodiscard]] double accepts(std::size_t m, std::size_t proposer, double length) const {
            double along = 0;
            for (std::size_t k = 0; k < board.programmes; ++k) {
                const double x = board.standing[k][lane];
                along += (position(proposer, k) - x) * (position(m, k) - x);
            }
            return 2 * along / length;
        }
    };

    static constexpr double kTaken = 1e300;  // beyond any distance
};

static_assert(Protocol<Setter>);

}  // namespace clout
