// The page that a study of many points is handed over as, read off its store: in which part of its space the
// finding holds, which numbers it hangs on, what was varied, and how to play it again.
#pragma once

#include "engine/study/sweep_reading.hpp"

#include <string>

namespace clout {

struct Library;
struct Provenance;

struct StudyContent {
    const StoredStudy* study = nullptr;
    const StoreState* state = nullptr;
    const SweepSample* sample = nullptr;
    const Sensitivity* hangs_on = nullptr;
    const Robustness* where = nullptr;
    Condition condition;  // of the sample's figure
    const Library* library = nullptr;
    const Provenance* provenance = nullptr;
    std::string command;    // as typed
    bool redacted = false;  // leaves out the scenario
};

[[nodiscard]] std::string study_page(const StudyContent& content);

}  // namespace clout
