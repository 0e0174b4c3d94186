#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/base/parallel.hpp"
#include "engine/base/work_counter.hpp"

namespace clout {

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const auto cores = static_cast<std::size_t>(tbb::info::default_concurrency());
    const std::size_t wanted = workers.count != 0 ? workers.count : cores;
    const std::size_t threads = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(count, 1));
    // An arena alone never gets more threads than there are cores, so a test of eight threads would test two.
    std::optional<tbb::global_control> more;
    if (threads > cores) {
        more.emplace(tbb::global_control::max_allowed_parallelism, threads);
    }
    WorkCounter counter(count);
    tbb::task_arena arena(static_cast<int>(threads));
    // One task a thread, each asking the counter: tbb's own splitting would start in many places at once.
    arena.execute([&] {
        tbb::parallel_for(
            std::size_t{0}, threads, [&](std::size_t) { counter.work(body, stop); },
            tbb::simple_partitioner());
    });
    return counter.done();
}

const char* parallel_backend() {
    static const std::string name =
        "oneTBB " + std::to_string(TBB_VERSION_MAJOR) + "." + std::to_string(TBB_VERSION_MINOR);
    return name.c_str();
}

}  // namespace clout
