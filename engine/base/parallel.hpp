// The only door to threads: a parallel loop whose result cannot depend on how many there are. Implemented by
// oneTBB (parallel_tbb.cpp), by std::thread (parallel_threads.cpp: thread sanitizer) or not at all
// (parallel_serial.cpp: WebAssembly, Windows); the build links exactly one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>

namespace clout {

struct Workers {
    // 0 = as many as this process may use. Affinity and SLURM_CPUS_PER_TASK are read by tools, not here.
    std::size_t count = 0;
};

// The threads that so many workers are: at least one, and no more than the system allows.
[[nodiscard]] std::size_t thread_count(Workers workers);

// Calls body(i) once for each i < count, in any order, on up to `workers` threads. Each i must write only its
// own slot. Stops handing out work once `stop` answers true; work in hand is finished. Returns how many were
// done.
std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop = {});

// Threads that stay together for the many short loops inside one block of replicates.
class Crew {
public:
    explicit Crew(Workers workers);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    [[nodiscard]] std::size_t size() const;  // [threads]

    // Calls body(part) once for each part < parts, in any order; returns when all are done. Each part must
    // write only its own slot. Whoever calls it works too, and must not call it from within a body.
    void each(std::size_t parts, const std::function<void(std::size_t)>& body);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Calls body(first, last, part) for consecutive parts of 0 … count − 1, none of them shorter than `grain`
// unless there is only one. Without a crew there is only one. At most kPartsPerThread parts a thread.
inline constexpr std::size_t kPartsPerThread = 8;
template <class Body>
void in_parts(Crew* crew, std::size_t count, std::size_t grain, Body&& body) {
    const std::size_t most = crew == nullptr ? 1 : crew->size() * kPartsPerThread;
    const std::size_t parts = std::clamp<std::size_t>(count / std::max<std::size_t>(grain, 1), 1, most);
    if (parts == 1) {
        body(std::size_t{0}, count, std::size_t{0});
    } else {
        crew->each(parts, [&](std::size_t p) { body(count * p / parts, count * (p + 1) / parts, p); });
    }
}

// Which implementation is linked: "oneTBB 2021.8", "threads", "serial".
[[nodiscard]] const char* parallel_backend();

}  // namespace clout
