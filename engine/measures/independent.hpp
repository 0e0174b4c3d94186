// Organisations neither closed nor taken over.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Independent {
    static constexpr std::string_view kName = "independent";
    static constexpr std::string_view kLabel = "Still independent";
    static constexpr std::string_view kUnit = "organisations";
    static constexpr bool kBySector = true;
    static constexpr bool kAtYearsEnd = true;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t sector) { return year.independent[sector]; }
};

static_assert(Measure<Independent>);

}  // namespace clout
