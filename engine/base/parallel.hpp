// The only door to threads: a parallel loop whose result cannot depend on how many there are. Implemented by
// oneTBB (parallel_tbb.cpp), by std::thread (parallel_threads.cpp: thread sanitizer) or not at all
// (parallel_serial.cpp: WebAssembly, Windows); the build links exactly one.
#pragma once

#include <cstddef>
#include <functional>

namespace clout {

struct Workers {
    std::size_t count =
        0;  // 0 = all this process may use (affinity, SLURM_CPUS_PER_TASK are read by tools, not here)
};

// Calls body(i) once for each i < count, in any order, on up to `workers` threads. Each i must write only its
// own slot. Stops handing out work once `stop` answers true; work in hand is finished. Returns how many were
// done.
std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop = {});

// Which implementation is linked: "oneTBB 2021.8", "threads", "serial".
[[nodiscard]] const char* parallel_backend();

}  // namespace clout
