// The part of new money that a sector's own bodies say yes to; 1 where the board imposes.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Uptake {
    static constexpr std::string_view kName = "uptake";
    static constexpr std::string_view kLabel = "Uptake of new money";
    static constexpr std::string_view kUnit = "share of new money";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.uptake[sector]; }
};

static_assert(Measure<Uptake>);

}  // namespace clout
