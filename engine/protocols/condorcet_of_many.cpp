#include "engine/protocols/condorcet_of_many.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kEqual = 1e-12;  // distances nearer than this are equal (MODEL.md 7)

bool asked(const std::function<bool()>& stop) { return stop && stop(); }

// Who does not sit replaces nobody.
double may_stand(const ManyAlternatives& all, std::size_t i) { return all.sits[i] > 0 ? 1.0 : 0.0; }

// How often i beats j < i: `wins` holds them row after row.
double* row_of(double* wins, std::size_t i) { return wins + i * (i - 1) / 2; }

double chance(const ManyAlternatives& all, std::size_t i, std::size_t j, double for_i, double for_j) {
    if (all.sits[i] == 0) return 0;
    if (all.sits[j] == 0) return 1;
    const double both = for_i + for_j;
    return both > 0 ? for_i / both : 0.5;
}

// Σ force · gain of those nearer to i, and of those nearer to j, seat by seat.
void count_backing(const ManyAlternatives& all, std::size_t i, std::size_t j, double* gain, double& for_i,
                   double& for_j) {
    const std::size_t n = all.count;
    std::fill_n(gain, n, 0.0);
    for (std::size_t k = 0; k < all.programmes; ++k) {
        const double* q = all.position + k * n;
        const double one = q[i], other = q[j], apart = one - other, sum = one + other;
        for (std::size_t m = 0; m < n; ++m) gain[m] += apart * (2 * q[m] - sum);
    }
    constexpr std::size_t kAtOnce = 8;
    double more[kAtOnce] = {}, less[kAtOnce] = {};
    std::size_t m = 0;
    for (; m + kAtOnce <= n; m += kAtOnce) {
        for (std::size_t a = 0; a < kAtOnce; ++a) {
            const double g = gain[m + a], f = all.force[m + a];
            more[a] += g > kEqual ? f * g : 0.0;
            less[a] += g < -kEqual ? f * -g : 0.0;
        }
    }
    for (; m < n; ++m) {
        more[0] += gain[m] > kEqual ? all.force[m] * gain[m] : 0.0;
        less[0] += gain[m] < -kEqual ? all.force[m] * -gain[m] : 0.0;
    }
    for_i = for_j = 0;
    for (std::size_t a = 0; a < kAtOnce; ++a) {
        for_i += more[a];
        for_j += less[a];
    }
}

bool in_space(const ManyAlternatives& all, double* wins, double* gain, const std::function<bool()>& stop) {
    for (std::size_t i = 1; i < all.count; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (j % kManyAlternatives == 0 && asked(stop)) return false;
            double for_i = 0, for_j = 0;
            count_backing(all, i, j, gain, for_i, for_j);
            row_of(wins, i)[j] = chance(all, i, j, for_i, for_j);
        }
    }
    return true;
}

// Two programmes are one dimension: who is nearer to which of two is where they stand in a row, and sums
// along it serve every pair.
bool in_a_row(const ManyAlternatives& all, double* wins, double* rest, std::size_t* order,
              const std::function<bool()>& stop) {
    const std::size_t n = all.count;
    const double* q = all.position;
    double *const at = rest, *const force = at + n, *const moment = force + n + 1,
                  *const gain = moment + n + 1;
    for (std::size_t m = 0; m < n; ++m) order[m] = m;
    std::sort(order, order + n,
              [&](std::size_t a, std::size_t b) { return q[a] != q[b] ? q[a] < q[b] : a < b; });
    force[0] = moment[0] = 0;
    for (std::size_t m = 0; m < n; ++m) {
        at[m] = q[order[m]];
        force[m + 1] = force[m] + all.force[order[m]];
        moment[m + 1] = moment[m] + all.force[order[m]] * at[m];
    }
    constexpr double kClose = 1e-9;     // nearer than this, what counts as equal matters
    constexpr double kNothing = 1e-13;  // [part of all force] less than this is rounding
    for (std::size_t high = 1; high < n; ++high) {
        if (asked(stop)) return false;
        std::size_t below = 0;
        for (std::size_t low = 0; low < high; ++low) {
            const double apart = at[high] - at[low], sum = at[high] + at[low];
            while (below < n && 2 * at[below] < sum) ++below;
            double for_low = apart * (sum * force[below] - 2 * moment[below]);
            double for_high = apart * (2 * (moment[n] - moment[below]) - sum * (force[n] - force[below]));
            const std::size_t i = std::max(order[low], order[high]), j = std::min(order[low], order[high]);
            if (apart < kClose || for_low + for_high < kNothing * apart * force[n]) {
                count_backing(all, order[high], order[low], gain, for_high, for_low);
            }
            for_low = std::max(0.0, for_low), for_high = std::max(0.0, for_high);
            const bool i_is_high = i == order[high];
            row_of(wins, i)[j] =
                chance(all, i, j, i_is_high ? for_high : for_low, i_is_high ? for_low : for_high);
        }
    }
    return true;
}

// How often each is replaced while it stands.
void count_leaving(const ManyAlternatives& all, const double* wins, double* leaves) {
    std::fill_n(leaves, all.count, 0.0);
    for (std::size_t i = 1; i < all.count; ++i) {
        const double* row = wins + i * (i - 1) / 2;
        for (std::size_t j = 0; j < i; ++j) {
            leaves[j] += all.backers[i] * row[j];
            leaves[i] += all.backers[j] * (1 - row[j]) * may_stand(all, j);
        }
    }
}

// Who comes after those that stand so often.
void come(const ManyAlternatives& all, const double* wins, const double* standing, double* arrives) {
    std::fill_n(arrives, all.count, 0.0);
    for (std::size_t i = 1; i < all.count; ++i) {
        const double* row = wins + i * (i - 1) / 2;
        const double from_i = standing[i];
        double to_i = 0;
        for (std::size_t j = 0; j < i; ++j) {
            to_i += standing[j] * row[j];
            arrives[j] += from_i * (1 - row[j]);
        }
        arrives[i] += to_i;
    }
    for (std::size_t i = 0; i < all.count; ++i) arrives[i] *= all.backers[i] * may_stand(all, i);
}

// The stationary distribution, replacement by replacement: from one that falls to the next that stands
// takes few steps to forget where it began, however many there are, as each falls to better ones. Part of
// the old is kept in every step, so that two that take turns come to rest.
bool settle(const ManyAlternatives& all, const double* wins, double* rest, const std::function<bool()>& stop,
            double* standing) {
    const std::size_t n = all.count;
    double *const falls = rest, *const arrives = rest + n, *const leaves = arrives + n;
    constexpr int kMostSteps = 10000;
    constexpr double kSettled = 1e-13, kKept = 0.1;
    count_leaving(all, wins, leaves);
    std::fill_n(standing, n, 1.0 / static_cast<double>(n));
    const double* const unbeaten = std::find(leaves, leaves + n, 0.0);
    if (unbeaten != leaves + n) {
        const bool all_are = std::all_of(leaves, leaves + n, [](double often) { return often == 0; });
        if (all_are) return true;
        std::fill_n(standing, n, 0.0);
        standing[unbeaten - leaves] = 1;
        return true;
    }
    for (std::size_t i = 0; i < n; ++i) falls[i] = leaves[i] * standing[i];
    double moved = 1;
    for (int step = 0; step < kMostSteps && moved > kSettled; ++step) {
        if (asked(stop)) return false;
        come(all, wins, standing, arrives);
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            falls[i] = kKept * falls[i] + (1 - kKept) * arrives[i];
            sum += falls[i] / leaves[i];
        }
        moved = 0;
        for (std::size_t i = 0; i < n; ++i) {
            falls[i] /= sum;
            const double next = falls[i] / leaves[i];
            moved += std::abs(next - standing[i]);
            standing[i] = next;
        }
    }
    return true;
}

}  // namespace

std::size_t room_of_election(std::size_t alternatives) {
    return alternatives * (alternatives - 1) / 2 + 4 * alternatives + 2;
}

bool hold_election(const ManyAlternatives& all, double* room, std::size_t* order,
                   const std::function<bool()>& stop, double* standing) {
    double* const rest = room + all.count * (all.count - 1) / 2;
    const bool played =
        all.programmes == 2 ? in_a_row(all, room, rest, order, stop) : in_space(all, room, rest, stop);
    return played && settle(all, room, rest, stop, standing);
}

}  // namespace clout
