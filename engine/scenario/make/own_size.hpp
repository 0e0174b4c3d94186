// Makes a short scenario of one's own area from the counts that everybody knows: practices, networks, trusts,
// seats.
#pragma once

#include <cstdint>
#include <string>

namespace clout {

struct OwnSize {
    std::uint64_t practices = 23, networks = 5, federations = 1, lmcs = 1;
    std::uint64_t acute = 2, councils = 2;  // trusts and councils, a seat each
    std::uint64_t seats = 12;               // votes on the board; officers take what is left
};
inline constexpr std::uint64_t kMostOfOwn = 10'000;  // of each

// Why there is no such area; empty where there is one.
[[nodiscard]] std::string why_no_area(const OwnSize& size);

// Commented YAML of some eighty lines: general practice apart and with one voice, and a seat for the LMC
// where there is one. Every number that is no count says that it is assumed.
[[nodiscard]] std::string own_scenario(const OwnSize& size);

}  // namespace clout
