// Decided money that a sector disposes of: what its own independent organisations get, and those that were
// taken over on its behalf (MODEL.md 8).
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct ControlledMoney {
    static constexpr std::string_view kName = "controlled";
    static constexpr std::string_view kLabel = "Contested money it controls";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.controlled[sector]; }
};

static_assert(Measure<ControlledMoney>);

}  // namespace clout
