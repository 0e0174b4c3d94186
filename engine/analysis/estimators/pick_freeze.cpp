#include "engine/analysis/estimators/pick_freeze.hpp"

#include <algorithm>
#include <array>

namespace clout {
namespace {

struct GroupSums {
    double count = 0, sum = 0, squares = 0, apart = 0;
};

}  // namespace

Estimate total_share(std::span<const double> values, std::span<const double> moved) {
    const double centre = mean_of(values);
    std::array<GroupSums, kGroups> groups;
    for (std::size_t r = 0; r < values.size(); ++r) {
        GroupSums& of = groups[r % kGroups];
        const double a = values[r] - centre, b = moved[r] - centre;
        of.count += 2;
        of.sum += a + b;
        of.squares += a * a + b * b;
        of.apart += (a - b) * (a - b);
    }
    return jackknife([&](std::size_t left_out) {
        GroupSums all;
        for (std::size_t g = 0; g < kGroups; ++g) {
            if (g == left_out) continue;
            all.count += groups[g].count;
            all.sum += groups[g].sum;
            all.squares += groups[g].squares;
            all.apart += groups[g].apart;
        }
        const double total = all.squares - all.sum * all.sum / all.count;
        return total > 0 ? all.apart / total : 0.0;  // ½ E[(a − b)²] by the pooled variance
    });
}

std::vector<Estimate> total_shares(const Sample& stars) {
    const std::size_t each = stars.factors + 1, count = stars.size() / each;
    std::vector<double> centres(count), moved(count);
    for (std::size_t i = 0; i < count; ++i) centres[i] = stars.values[i * each];
    std::vector<Estimate> shares;
    for (std::size_t factor = 0; factor < stars.factors; ++factor) {
        for (std::size_t i = 0; i < count; ++i) moved[i] = stars.values[i * each + factor + 1];
        shares.push_back(total_share(centres, moved));
    }
    return shares;
}

ChanceShare chance_share(std::span<const double> values, std::span<const double> other_chance,
                         std::span<const double> other_numbers) {
    ChanceShare found{total_share(values, other_chance), total_share(values, other_numbers), 0};
    found.together = std::max(0.0, found.chance.value + found.numbers.value - 1);
    return found;
}

}  // namespace clout
