// The uncertain numbers of arms as factors: each draw once, however many numbers hang on it. What futures
// drew is known without playing them: draws are addressed.
#pragma once

#include "engine/core/number.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct System;

struct Factor {
    std::string name;  // the address of its draw: a number's path, or the name of a luck that several share
    Number number;     // as the first arm that has it says; other arms may spread it otherwise
    bool only_so = false;  // numbers that are spread otherwise are none of it
};

// Of all arms together, in the order in which they have them.
[[nodiscard]] std::vector<Factor> factors_of(std::span<const System* const> arms);

// The quantiles that those futures drew: (replicates × factors).
[[nodiscard]] std::vector<double> drawn_quantiles(std::span<const Factor> factors, std::uint64_t seed,
                                                  std::size_t first_replicate, std::size_t replicates);

}  // namespace clout
