// Makes a scenario of a given size and depth: to see what size does, to measure, and to start from.
#pragma once

#include <cstdint>
#include <string>

namespace clout {

inline constexpr std::uint64_t kFewestSynthetic = 4;  // a practice, a trust, a council and a charity
inline constexpr std::uint64_t kMostSynthetic = 10'000'000;
inline constexpr std::uint32_t kDeepestSynthetic = 64;

struct SyntheticSize {
    std::uint64_t organisations = 0;  // kFewestSynthetic … kMostSynthetic
    std::uint32_t depth = 2;  // tiers of bodies between a practice and a board, 1 … kDeepestSynthetic
};

// How the organisations of a synthetic system stand: the same in every place, but for the charities, which
// stand in none and make up the number. Places hold some 150 organisations until there are 200 of them;
// beyond that, places grow.
struct SyntheticPlan {
    std::uint64_t places = 1;
    std::uint64_t practices = 1, trusts = 1, councils = 1;  // in each place
    std::uint64_t charities = 1;                            // altogether
    [[nodiscard]] std::uint64_t organisations() const {
        return places * (practices + trusts + councils) + charities;
    }
};

[[nodiscard]] SyntheticPlan plan_synthetic(std::uint64_t organisations);

// A whole scenario as commented YAML, of some 250 lines at any size: everything is said by count, and every
// number that is no count carries `basis: illustrative`. Practices speak through `depth` tiers, of which the
// topmost is one body a place; its seat stands beside those of trusts and councils on a board of the place
// with a pot of its own, and on one board above with another. Arms: fragmented, united.
[[nodiscard]] std::string synthetic_scenario(const SyntheticSize& size);

}  // namespace clout
