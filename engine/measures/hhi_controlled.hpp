// How concentrated the control of contested money is: Σ of squared shares over sectors (Herfindahl 1950,
// Hirschman 1945).
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct ControlConcentration {
    static constexpr std::string_view kName = "hhi.controlled";
    static constexpr std::string_view kLabel = "Concentration of controlled money (HHI)";
    static constexpr std::string_view kUnit = "index, 0 to 1";
    static constexpr bool kBySector = false;
    static constexpr bool kNeedsPatients = false;
    static double of(const YearView& year, std::size_t) { return year.control_concentration; }
};

static_assert(Measure<ControlConcentration>);

}  // namespace clout
