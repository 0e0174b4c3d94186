// Decided money that a sector's independent organisations get.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct IndependentMoney {
    static constexpr std::string_view kName = "independent_decided";
    static constexpr std::string_view kLabel = "Contested money of its independent organisations";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.independent_decided[sector]; }
};

static_assert(Measure<IndependentMoney>);

}  // namespace clout
