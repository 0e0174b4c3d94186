// A sector's part of what boards decide.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct ShareOfMoney {
    static constexpr std::string_view kName = "share";
    static constexpr std::string_view kLabel = "Part of contested money";
    static constexpr std::string_view kUnit = "share of contested money";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.share[sector]; }
};

static_assert(Measure<ShareOfMoney>);

}  // namespace clout
