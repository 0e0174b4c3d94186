// What a sector is left with of the money that boards decide.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct DecidedMoney {
    static constexpr std::string_view kName = "decided";
    static constexpr std::string_view kLabel = "Contested money";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.decided[sector]; }
};

static_assert(Measure<DecidedMoney>);

}  // namespace clout
