// How many of a sector's organisations have been taken over.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct TakenOver {
    static constexpr std::string_view kName = "taken_over";
    static constexpr std::string_view kLabel = "Taken over";
    static constexpr std::string_view kUnit = "organisations";
    static constexpr bool kBySector = true;
    static constexpr bool kAtYearsEnd = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.taken_over[sector]; }
};

static_assert(Measure<TakenOver>);

}  // namespace clout
