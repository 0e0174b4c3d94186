// The election of condorcet.hpp for hundreds or thousands of alternatives, where one elimination would take
// their cube: the same figures to 1e-10, in their square where there are two programmes.
#pragma once

#include <cstddef>
#include <functional>

namespace clout {

// One replicate's alternatives; kept as arrays that run along them.
struct ManyAlternatives {
    std::size_t count = 0, programmes = 0;
    const double* position = nullptr;  // [simplex] (programmes × alternatives)
    const double* force = nullptr;     // (alternatives) w s of the seats that ask for it
    const double* backers = nullptr;   // [seats] (alternatives)
    const double* sits = nullptr;      // [1 or 0] (alternatives)
};

inline constexpr std::size_t kManyAlternatives = 256;  // from here on

// [doubles] that the election works in.
[[nodiscard]] std::size_t room_of_election(std::size_t alternatives);

// `room` (doubles) and `order` (alternatives): where it works. `standing` (alternatives): how often each
// stands, summing to 1. False where `stop` answered true before that was known.
[[nodiscard]] bool hold_election(const ManyAlternatives& all, double* room, std::size_t* order,
                                 const std::function<bool()>& stop, double* standing);

}  // namespace clout
