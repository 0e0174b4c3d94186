// A probabilistic Condorcet election: alternatives are the seats' positions, coalitions back the nearer of
// two, and a standing alternative falls to a challenger with the chance of its backing (Bueno de Mesquita
// 1985; the kernel of KTAB's spatial model of politics).
#pragma once

#include "engine/protocols/alternatives.hpp"
#include "engine/protocols/condorcet_of_many.hpp"

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

    // x* = Σ π q, π the stationary distribution of the chain of standing alternatives. Seats that ask for the
    // same are one alternative, which stands as often as all of them together.
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        const Alternatives alternatives = alternatives_of(board, scratch.reserve_rows(4 * board.seats));
        const std::size_t count = alternatives.count;
        const bool many = !alternatives.differ && count >= kManyAlternatives;
        if (alternatives.differ || (many && L > 1)) return one_by_one(board, scratch, split);
        if constexpr (L == 1) {
            if (many) return decide_many(board, alternatives, scratch, split);
        }
        Pack<L>* apart = scratch.reserve(2 * count * count + 2 * count);
        Pack<L>* moves = apart + count * count;
        Pack<L>* standing = moves + count * count;
        Pack<L>* force = standing + count;
        measure(board, alternatives, apart);
        gather(board, alternatives, force);
        compete(board, alternatives, apart, force, moves);
        settle(count, moves, standing);
        for (std::size_t k = 0; k < board.programmes; ++k) split[k] = Pack<L>(0.0);
        for (std::size_t m = 0; m < count; ++m) {
            for (std::size_t k = 0; k < board.programmes; ++k) {
                split[k] += standing[m] * asked_by(board, alternatives.first[m])[k];
            }
        }
    }

private:
    // A replicate's result must not depend on those it is computed with.
    template <int L>
    static void one_by_one(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        if constexpr (L > 1) {
            const std::size_t seats = board.seats, K = board.programmes;
            Scratch<1>& alone = scratch.reserve_alone();
            alone.stop = scratch.stop;
            Pack<1>* const copies = alone.reserve_copies(3 * seats + seats * K + K);
            BoardView<1> view;
            view.seats = seats, view.programmes = K;
            view.sits = copies, view.weight = copies + seats, view.salience = copies + 2 * seats;
            view.position = copies + 3 * seats;
            Pack<1>* const result = copies + 3 * seats + seats * K;
            for (int lane = 0; lane < L; ++lane) {
                const auto at = static_cast<std::size_t>(lane);
                for (std::size_t m = 0; m < seats; ++m) {
                    copies[m] = Pack<1>(board.sits[m][at]);
                    copies[seats + m] = Pack<1>(board.weight[m][at]);
                    copies[2 * seats + m] = Pack<1>(board.salience[m][at]);
                }
                for (std::size_t i = 0; i < seats * K; ++i)
                    copies[3 * seats + i] = Pack<1>(board.position[i][at]);
                decide(view, alone, result);
                for (std::size_t k = 0; k < K; ++k) split[k].set(at, result[k][0]);
            }
        }
    }

    static void decide_many(const BoardView<1>& board, const Alternatives& all, Scratch<1>& scratch,
                            Pack<1>* split) {
        const std::size_t n = all.count, K = board.programmes;
        double *const position = scratch.reserve_figures((K + 4) * n + room_of_election(n)),
                      *const force = position + K * n, *const backers = force + n, *const sits = backers + n,
                      *const standing = sits + n;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < K; ++k) position[k * n + i] = asked_by(board, all.first[i])[k][0];
            force[i] = 0;
            backers[i] = static_cast<double>(all.backers[i]);
            sits[i] = board.sits[all.first[i]][0];
        }
        for (std::size_t m = 0; m < board.seats; ++m)
            force[all.of_seat[m]] += board.weight[m][0] * board.salience[m][0];
        const ManyAlternatives many{n, K, position, force, backers, sits};
        const bool known = hold_election(
            many, standing + n, all.of_seat + 3 * board.seats, [&] { return scratch.stopped(); }, standing);
        for (std::size_t k = 0; k < K; ++k) {
            double sum = 0;
            for (std::size_t i = 0; i < n; ++i) sum += standing[i] * position[k * n + i];
            split[k] = Pack<1>(known ? sum : position[k * n]);
        }
    }

    // ‖q_i − q_j‖² (alternatives × alternatives)
    template <int L>
    static void measure(const BoardView<L>& board, const Alternatives& all, Pack<L>* apart) {
        for (std::size_t i = 0; i < all.count; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                Pack<L> sum(0.0);
                for (std::size_t k = 0; k < board.programmes; ++k) {
                    const Pack<L> gap = asked_by(board, all.first[i])[k] - asked_by(board, all.first[j])[k];
                    sum += gap * gap;
                }
                apart[i * all.count + j] = apart[j * all.count + i] = sum;
            }
        }
    }

    // What the seats that ask for it bring together, w s.
    template <int L>
    static void gather(const BoardView<L>& board, const Alternatives& all, Pack<L>* force) {
        for (std::size_t i = 0; i < all.count; ++i) force[i] = Pack<L>(0.0);
        for (std::size_t m = 0; m < board.seats; ++m) {
            force[all.of_seat[m]] += board.weight[m] * board.salience[m];
        }
    }

    // moves[j, i]: how readily i replaces j; the chance of being challenged is the same for all seats and
    // cancels, so that an alternative of many seats is tabled as often. A seat that does not sit wins nothing
    // and gives way to all.
    template <int L>
    static void compete(const BoardView<L>& board, const Alternatives& all, const Pack<L>* apart,
                        const Pack<L>* force, Pack<L>* moves) {
        const Pack<L> zero(0.0), one(1.0), half(0.5);
        const auto backers = [&](std::size_t i) { return Pack<L>(static_cast<double>(all.backers[i])); };
        for (std::size_t i = 0; i < all.count; ++i) {
            moves[i * all.count + i] = zero;
            for (std::size_t j = 0; j < i; ++j) {
                Pack<L> for_i = zero, for_j = zero;
                for (std::size_t m = 0; m < all.count; ++m) {
                    const Pack<L> gain = apart[j * all.count + m] - apart[i * all.count + m];
                    for_i += select(gain > Pack<L>(kEqual), force[m] * gain, zero);
                    for_j += select(gain < Pack<L>(-kEqual), force[m] * -gain, zero);
                }
                const Pack<L> both = for_i + for_j;
                const Pack<L> wins = select(both > zero, for_i / both, half);
                const Mask<L> i_sits = board.sits[all.first[i]] > zero,
                              j_sits = board.sits[all.first[j]] > zero;
                moves[j * all.count + i] = backers(i) * select(i_sits, select(j_sits, wins, one), zero);
                moves[i * all.count + j] = backers(j) * select(j_sits, select(i_sits, one - wins, one), zero);
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
