// How a study is carried out. None of it changes a result.
#pragma once

#include <cstddef>
#include <functional>

namespace clout::face {

struct Progress {
    std::size_t done = 0, total = 0;  // [blocks of replicates]
};

struct Options {
    std::size_t workers = 0;  // [threads]; 0 = as many as the machine has
    // [bytes] that may be used: studies that need more are refused before they begin; 0 = nothing is refused.
    double memory = 0;
    std::function<void(Progress)> on_progress;  // called from any thread, never concurrently
    // Asked between blocks: true ends the study with the replicates that are complete, or with a problem
    // whose fault is `stopped` where there are none.
    std::function<bool()> stop;
};

}  // namespace clout::face
