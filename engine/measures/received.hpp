// All that the funds pay a sector, protected money included.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct ReceivedMoney {
    static constexpr std::string_view kName = "received";
    static constexpr std::string_view kLabel = "Money from all funds";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.received[sector]; }
};

static_assert(Measure<ReceivedMoney>);

}  // namespace clout
