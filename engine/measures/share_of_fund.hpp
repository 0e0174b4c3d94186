// A sector's share of one fund's decided money.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct ShareOfFund {
    static constexpr std::string_view kName = "share";
    static constexpr std::string_view kLabel = "Part of the fund";
    static constexpr std::string_view kUnit = "share of contested money";
    static constexpr bool kBySector = true;
    static constexpr bool kByFund = true;
    static constexpr bool kNeedsPatients = false;
    // Sector by sector of the first decided fund, then of the next.
    static double of(const YearView& year, std::size_t row) { return year.share_of_fund[row]; }
};

static_assert(Measure<ShareOfFund>);

}  // namespace clout
