// Money that is withheld, or that nobody is left to receive.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct UnspentMoney {
    static constexpr std::string_view kName = "unspent";
    static constexpr std::string_view kLabel = "Money that is not spent";
    static constexpr std::string_view kUnit = "£m a year";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.unspent; }
};

static_assert(Measure<UnspentMoney>);

}  // namespace clout
