// How concentrated influence is: Σ of squared parts over sectors, leanings left out (Herfindahl 1950,
// Hirschman 1945).
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct InfluenceConcentration {
    static constexpr std::string_view kName = "hhi.influence";
    static constexpr std::string_view kLabel = "Concentration of influence (HHI)";
    static constexpr std::string_view kUnit = "index, 0 to 1";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.influence_concentration; }
};

static_assert(Measure<InfluenceConcentration>);

}  // namespace clout
