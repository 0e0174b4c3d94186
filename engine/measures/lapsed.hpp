// New money that was not taken up and went elsewhere.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct LapsedMoney {
    static constexpr std::string_view kName = "lapsed";
    static constexpr std::string_view kLabel = "Money that lapses";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.lapsed; }
};

static_assert(Measure<LapsedMoney>);

}  // namespace clout
