// How a study is carried out: threads, memory, progress and stop.
#pragma once

#include "engine/run/ensemble.hpp"

#include <cstddef>
#include <functional>

namespace clout {

// None of it changes a result.
struct StudyOptions {
    Workers workers;
    double memory = 0;  // [bytes] that the machine has; 0 = not known, and nothing is refused
    std::function<void(Progress)> on_progress;  // called from any thread, never concurrently
    std::function<bool()> stop;                 // true = hand over what is complete
};

[[nodiscard]] EnsembleOptions ensemble_options(const StudyOptions& options, std::size_t replicates);

}  // namespace clout
