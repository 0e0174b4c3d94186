// How many of a sector's organisations have closed.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Closed {
    static constexpr std::string_view kName = "closed";
    static constexpr std::string_view kLabel = "Closed";
    static constexpr std::string_view kUnit = "organisations";
    static constexpr bool kBySector = true;
    static constexpr bool kAtYearsEnd = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.closed[sector]; }
};

static_assert(Measure<Closed>);

}  // namespace clout
