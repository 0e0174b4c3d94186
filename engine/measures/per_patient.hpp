// A sector's decided money for each patient registered anywhere in the system.
#pragma once

#include "engine/core/year_view.hpp"

namespace clout {

struct PoundsPerPatient {
    static constexpr std::string_view kName = "per_patient";
    static constexpr std::string_view kLabel = "Contested £ a patient";
    static constexpr std::string_view kUnit = "£ a year per registered patient";
    static constexpr bool kBySector = true;
    static constexpr bool kNeedsPatients = true;
    static double of(const YearView& year, std::size_t sector) {
        return year.decided[sector] * 1e6 / year.patients;
    }
};

static_assert(Measure<PoundsPerPatient>);

}  // namespace clout
