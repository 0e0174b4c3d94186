// Private parts of influence.cpp: figures over all replicates, and what the seats of boards are worth.
#pragma once

#include "engine/analysis/authorship.hpp"
#include "engine/analysis/influence.hpp"

#include <cstddef>
#include <vector>

namespace clout {

// One row of a figure in every replicate, and over all of them.
[[nodiscard]] std::vector<double> values_of(const std::vector<Authorship>& blocks, std::size_t replicates,
                                            Packs<kInfluenceLanes> Authorship::*figure, std::size_t row);
[[nodiscard]] Summary over(const std::vector<Authorship>& blocks, std::size_t replicates,
                           Packs<kInfluenceLanes> Authorship::*figure, std::size_t row);

// Of the first board of every decided fund.
[[nodiscard]] std::vector<BoardPower> boards_power(const System& system,
                                                   const std::vector<Authorship>& blocks,
                                                   std::size_t replicates, const InfluenceOptions& options);

}  // namespace clout
