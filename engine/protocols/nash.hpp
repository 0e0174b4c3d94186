// The weighted Nash bargain in which a breakdown leaves every seat the fraction δ of what the standing split
// is worth to it (Nash 1950; Kalai 1977), with Cobb–Douglas utilities U_m(z) = Σ q log z.
#pragma once

#include "engine/base/cholesky.hpp"
#include "engine/base/elementary.hpp"
#include "engine/protocols/compromise.hpp"

#include <utility>

namespace clout {

struct Nash {
    static constexpr std::string_view kName = "nash";
    static constexpr std::string_view kSummary =
        "the bargain that maximises the weighted product of gains over a breakdown";
    static constexpr bool kTakesPapers = true;

    // max Σ w s log( e^U(z) − δ e^U(x) ) over the simplex; δ = 0 has the compromise as its closed form.
    template <int L>
    static void decide(const BoardView<L>& board, Scratch<L>& scratch, Pack<L>* split) {
        Compromise::decide(board, scratch, split);
        const Mask<L> bargains = board.reversion > Pack<L>(0.0);
        if (none(bargains)) return;
        Talks<L> talks(board, scratch);
        talks.conclude();
        for (std::size_t k = 0; k < board.programmes; ++k) split[k] = select(bargains, talks.z[k], split[k]);
    }

private:
    // Newton's method in relative steps p = dz / z. Seat m pulls with b = a β, β = e^U(z) / (e^U(z) − δ
    // e^U(x)); the gradient is G = Σ b q, minus the Hessian diag(G) + Σ b (β − 1) q qᵀ. A seat of little
    // weight ends close to what it would refuse, so all weights are first raised by the same amount, then by
    // less and less.
    template <int L>
    struct Talks {
        using P = Pack<L>;
        static constexpr double kSmooth = 1e-6;  // MODEL.md 7
        static constexpr int kSteps = 60, kHalvings = 40, kStages = 30;
        std::size_t seats, programmes;
        P *q, *log_x, *weight, *a, *loss, *z, *moved, *gradient, *matrix, *first, *second;
        P log_left, least{1.0};

        Talks(const BoardView<L>& board, Scratch<L>& scratch)
            : seats(board.seats), programmes(board.programmes) {
            const std::size_t K = programmes;
            P* at = scratch.reserve(seats * (K + 3) + K * (K + 6));
            const auto take = [&](std::size_t size) { return std::exchange(at, at + size); };
            q = take(seats * K), weight = take(seats), a = take(seats), loss = take(seats);
            log_x = take(K), z = take(K), moved = take(K), gradient = take(K), first = take(K),
            second = take(K);
            matrix = take(K * K);
            const P blend(kSmooth), each(kSmooth / static_cast<double>(K)), keep = P(1.0) - blend;
            P total(0.0);
            for (std::size_t m = 0; m < seats; ++m) {
                for (std::size_t k = 0; k < K; ++k) q[m * K + k] = keep * board.position[m * K + k] + each;
                weight[m] = board.weight[m] * board.salience[m];
                total += weight[m];
            }
            for (std::size_t m = 0; m < seats; ++m) {
                weight[m] = select(total > P(0.0), weight[m] / total, P(0.0));
                least = min(least, select(weight[m] > P(0.0), weight[m], P(1.0)));
            }
            for (std::size_t k = 0; k < K; ++k) {
                z[k] = keep * board.standing[k] + each;
                log_x[k] = log(z[k]);
            }
            log_left = log(max(board.reversion, P(1e-300)));
        }

        void conclude() {
            P raised(1.0);
            for (int stage = 0; stage < kStages; ++stage) {
                const Mask<L> leads = raised > P(0.1) * least;
                if (none(leads)) break;
                set_weights(select(leads, raised, P(0.0)));
                climb(leads, P(1e-3));
                raised = raised * P(0.2);
            }
            set_weights(P(0.0));
            climb(Mask<L>(true), P(1e-14));
        }

        void set_weights(const P& raised) {
            for (std::size_t m = 0; m < seats; ++m)
                a[m] = select(weight[m] > P(0.0), weight[m] + raised, P(0.0));
        }

        // Only lanes that are still `climbing` move: what others need must not show in their bits.
        void climb(Mask<L> climbing, const P& enough) {
            P value = gains(z);
            for (int step = 0; step < kSteps && any(climbing); ++step) {
                find_step();
                P largest(0.0);
                for (std::size_t k = 0; k < programmes; ++k) largest = max(largest, abs(first[k]));
                climbing &= move(climbing, largest < P(1e-7), value);
                climbing &= !(largest < enough);
            }
        }

        // Σ a ( log(1 − e^loss) − loss ) at a split: the objective up to a constant; −1e300 where a seat
        // would refuse.
        P gains(const P* split) {
            P sum(0.0);
            Mask<L> refused(false);
            for (std::size_t k = 0; k < programmes; ++k) second[k] = log_x[k] - log(split[k]);
            for (std::size_t m = 0; m < seats; ++m) {
                const P at = losses(m);
                const Mask<L> counts = a[m] > P(0.0);
                refused |= counts & !(at < P(0.0));
                loss[m] = at;
                sum += select(counts, a[m] * (log(kept(at)) - at), P(0.0));
            }
            return select(refused, P(-1e300), sum);
        }

        // log δ + U(x) − U(z), from the logarithms in `second`: below 0 where z is better than a breakdown.
        P losses(std::size_t m) const {
            P sum = log_left;
            for (std::size_t k = 0; k < programmes; ++k) sum += q[m * programmes + k] * second[k];
            return sum;
        }

        // 1 − e^t for t < 0, by its series near 0.
        static P kept(const P& t) {
            P series(1.0);
            for (int n = 12; n > 1; --n) series = P(1.0) + series * t / P(static_cast<double>(n));
            return select(t > P(-0.25), -t * series, P(1.0) - exp(t));
        }

        // The Newton step into `first`, with Σ z p = 0; uses the losses at z.
        void find_step() {
            const std::size_t K = programmes;
            (void)gains(z);
            for (std::size_t k = 0; k < K; ++k) gradient[k] = P(0.0);
            for (std::size_t k = 0; k < K * K; ++k) matrix[k] = P(0.0);
            for (std::size_t m = 0; m < seats; ++m) {
                const Mask<L> counts = a[m] > P(0.0);
                const P beta = select(counts, P(1.0) / kept(loss[m]), P(1.0));
                const P pull = a[m] * beta, curve = pull * (beta - P(1.0));
                for (std::size_t k = 0; k < K; ++k) {
                    gradient[k] += pull * q[m * K + k];
                    const P row = curve * q[m * K + k];
                    for (std::size_t j = 0; j <= k; ++j) matrix[k * K + j] += row * q[m * K + j];
                }
            }
            for (std::size_t k = 0; k < K; ++k) matrix[k * K + k] += gradient[k];
            cholesky(matrix, K);  // positive definite, because positions are smoothed
            for (std::size_t k = 0; k < K; ++k) first[k] = gradient[k], second[k] = z[k];
            cholesky_solve(matrix, K, first);
            cholesky_solve(matrix, K, second);
            P up(0.0), down(0.0);
            for (std::size_t k = 0; k < K; ++k) up += z[k] * first[k], down += z[k] * second[k];
            const P price = up / down;
            for (std::size_t k = 0; k < K; ++k) first[k] -= price * second[k];
        }

        // Moves as far along `first` as gains, halving the step where it does not; says where it moved. Steps
        // so small that rounding hides what they gain are taken whole.
        Mask<L> move(const Mask<L>& climbing, const Mask<L>& small, P& value) {
            P size(1.0);
            Mask<L> waiting = climbing, accepted(false);
            for (int halving = 0; halving < kHalvings && any(waiting); ++halving) {
                P sum(0.0);
                Mask<L> inside(true);
                for (std::size_t k = 0; k < programmes; ++k) {
                    moved[k] = z[k] * (P(1.0) + size * first[k]);
                    inside &= moved[k] > P(0.0);
                    moved[k] = max(moved[k], P(1e-300));
                    sum += moved[k];
                }
                for (std::size_t k = 0; k < programmes; ++k) moved[k] = moved[k] / sum;
                const P reached = gains(moved);
                const Mask<L> takes =
                    waiting & inside & (reached > P(-1e299)) & (small | (reached >= value - P(1e-14)));
                for (std::size_t k = 0; k < programmes; ++k) z[k] = select(takes, moved[k], z[k]);
                value = select(takes, reached, value);
                accepted |= takes;
                waiting &= !takes;
                size = select(waiting, size * P(0.5), size);
            }
            return accepted;
        }
    };
};

static_assert(Protocol<Nash>);

}  // namespace clout
