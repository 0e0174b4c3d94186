// From arms to their replicates: compiled and run with the same luck, in as much memory as there is.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/base/result.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/study_options.hpp"
#include "engine/system/system.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace clout {

struct PlayedArms {
    std::vector<System> systems;    // (arms)
    std::vector<Outcome> outcomes;  // (arms); all with the same replicates, fewer than asked when stopped
};

// Plays merged scenarios that are alike (arm_choice.hpp) with so many replicates each. Nothing is read again.
// A machine that is too small is a problem of the machine.
[[nodiscard]] Result<PlayedArms> play(std::span<const ArmScenario> arms, std::size_t replicates,
                                      const StudyOptions& options);

// The arms of a choice, by name; they point into the library.
[[nodiscard]] std::vector<ArmScenario> arms_of(const Library& library, const ArmChoice& choice);
[[nodiscard]] ArmScenario arm_of(const Library& library, std::size_t row);

// Names beside outcomes; they point into `played`.
[[nodiscard]] std::vector<ArmOutcome> outcomes_of(std::span<const ArmScenario> arms,
                                                  const PlayedArms& played);

// What is said where a study was stopped before any replicate was complete.
[[nodiscard]] Problem stopped_too_soon();

// Measures a study's time.
class StudyClock {
public:
    StudyClock();
    [[nodiscard]] double elapsed() const;  // [s]

private:
    double begun_;
};

}  // namespace clout
