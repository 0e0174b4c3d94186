// What a store says of its study, written from a plan and read back without the scenario.
#pragma once

#include "engine/run/outcome.hpp"
#include "engine/study/store.hpp"
#include "engine/study/sweep_plan.hpp"

#include <string>
#include <vector>

namespace clout {

[[nodiscard]] StudyCard card_of(const SweepPlan& plan);

// Why a store with that card is not of this plan: names what differs, and of a scenario the first line that
// does. Empty = it is.
[[nodiscard]] std::string difference_of(const StudyCard& stored, const StudyCard& asked);

// What can be read of a study from its store alone.
struct StoredStudy {
    std::vector<std::string> arms;  // names, the baseline first
    std::vector<Factor> factors;
    std::vector<Quantity> quantities;
    std::string lead;  // the measure that findings lead with
    DesignChoice choice;
    PointDesign design;
    Keep keep = Keep::summary;
    std::size_t replicates = 0, years = 0;
};

// The scenario and its rosters, out of the store.
[[nodiscard]] ScenarioBundle bundle_of(const StudyCard& card);

// The whole plan again, from nothing but the store. `file` is the name that problems are told under. Throws
// ForeignStore where the card cannot be understood.
[[nodiscard]] Result<SweepPlan> plan_of(const StudyCard& card, const std::string& file);

// How the study was asked for, so that it can be asked again: of another scenario, or larger.
[[nodiscard]] SweepAsked asked_of(const StudyCard& card);

// Throws ForeignStore where the card cannot be understood.
[[nodiscard]] StoredStudy study_of(const StudyCard& card);

}  // namespace clout
