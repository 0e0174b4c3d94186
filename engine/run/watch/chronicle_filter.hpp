// Part of a chronicle: some years, one place, one sector.
#pragma once

#include "engine/run/watch/chronicle.hpp"

#include <optional>

namespace clout {

struct ChronicleFilter {
    std::uint32_t first_year = 1, last_year = 0;  // from 1, both told; 0 = to the end
    std::optional<PlaceId> place;    // its boards and what ends there; boards of no place belong to all
    std::optional<SectorId> sector;  // what it takes up, lapses, and who of it ends; boards stay
};

[[nodiscard]] Chronicle filtered(Chronicle chronicle, const ChronicleFilter& filter);

}  // namespace clout
