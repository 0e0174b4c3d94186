// What decided funds pay for the upkeep of bodies.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct GrantedMoney {
    static constexpr std::string_view kName = "granted";
    static constexpr std::string_view kLabel = "Grants to bodies";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.granted; }
};

static_assert(Measure<GrantedMoney>);

}  // namespace clout
