// How often boards agree.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Agreed {
    static constexpr std::string_view kName = "agreed";
    static constexpr std::string_view kLabel = "Boards that agree";
    static constexpr std::string_view kUnit = "share of negotiations";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.agreed; }
};

static_assert(Measure<Agreed>);

}  // namespace clout
