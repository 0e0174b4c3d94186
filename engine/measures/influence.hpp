// How much of the boards' weighted opinion a sector wrote.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Influence {
    static constexpr std::string_view kName = "influence";
    static constexpr std::string_view kLabel = "Influence on decisions";
    static constexpr std::string_view kUnit = "share of the decisions";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.influence[sector]; }
};

static_assert(Measure<Influence>);

}  // namespace clout
