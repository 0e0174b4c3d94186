// The part of the year's rounds in which a sector was imposed upon anywhere.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Imposed {
    static constexpr std::string_view kName = "imposed";
    static constexpr std::string_view kLabel = "Rounds in which it is imposed upon";
    static constexpr std::string_view kUnit = "share of rounds";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.imposed[sector]; }
};

static_assert(Measure<Imposed>);

}  // namespace clout
