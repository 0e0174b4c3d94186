// Goodwill, a mean over boards weighted by what they decide.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct Goodwill {
    static constexpr std::string_view kName = "goodwill";
    static constexpr std::string_view kLabel = "Goodwill on the boards";
    static constexpr std::string_view kUnit = "goodwill, 1 at the start";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.goodwill; }
};

static_assert(Measure<Goodwill>);

}  // namespace clout
