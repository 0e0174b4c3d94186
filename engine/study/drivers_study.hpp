// Which uncertain numbers a figure hangs on, from the library to the shares.
#pragma once

#include "engine/study/drivers.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <string>

namespace clout {

struct Library;

enum class AskChance : std::uint8_t { yes, no };

struct DriversStudy {
    Drivers found;
    ArmScenario from, to;  // the same where the figure is that of one arm
    Provenance provenance;
};

// One ensemble of the arms for first-order shares; two more where chance and totals are asked for.
[[nodiscard]] Result<DriversStudy> study_drivers(const Library& library, const FigureAsked& asked,
                                                 AskChance chance, const StudyOptions& options);

}  // namespace clout
