// Private parts of power_index.cpp: three ways to find how often a voter swings.
#pragma once

#include "engine/analysis/power_index.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace clout {

// Alike voters with some votes, and how many votes win.
struct Electorate {
    struct Kind {
        Whole votes = 0;  // of each, at least 1
        std::uint64_t count = 0;
    };
    std::vector<Kind> kinds;  // of different votes, the fewest votes first
    Whole total = 0, majority = 0;
    std::uint64_t voters = 0;
};

struct Swings {                                 // of one voter of a kind
    double in_orders = 0, in_tosses = 0;        // [probability] of being pivotal: random order; fair coins
    double in_orders_se = 0, in_tosses_se = 0;  // 0 where counted
};

// Every coalition of one half of the voters met with every one of the other (Horowitz and Sahni 1974): exact,
// whatever the votes are.
[[nodiscard]] double cost_of_meeting(const Electorate& electorate);  // [additions]; infinite where too many
[[nodiscard]] std::optional<std::vector<Swings>> meet_in_the_middle(const Electorate& electorate,
                                                                    const PowerOptions& options);

// The distribution of the votes that come together when each voter joins with chance p, over p (Owen 1972).
[[nodiscard]] double cost_of_joining(const Electorate& electorate);
[[nodiscard]] std::optional<std::vector<Swings>> integrate_joining(const Electorate& electorate,
                                                                   const PowerOptions& options);

// Coalitions drawn, each voter joining with chance p, over p.
[[nodiscard]] std::optional<std::vector<Swings>> draw_coalitions(const Electorate& electorate,
                                                                 const PowerOptions& options);

}  // namespace clout
