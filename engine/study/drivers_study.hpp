// Which uncertain numbers a figure hangs on, from the library to the shares.
#pragma once

#include "engine/study/drivers.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <functional>
#include <span>
#include <string>

namespace clout {

struct Library;
struct PlayedArms;

enum class AskChance : std::uint8_t { yes, no };

struct DriversStudy {
    Drivers found;
    ArmScenario from, to;  // the same where the figure is that of one arm
    Provenance provenance;
};

// Plays arms, or finds what was played of them before.
using ArmsPlayer = std::function<Result<PlayedArms>(std::span<const ArmScenario> arms)>;

// One ensemble of the arms for first-order shares, none where `player` has kept it; two more where chance and
// totals are asked for. Without a player they are played.
[[nodiscard]] Result<DriversStudy> study_drivers(const Library& library, const FigureAsked& asked,
                                                 AskChance chance, const StudyOptions& options,
                                                 const ArmsPlayer& player = {});

}  // namespace clout
