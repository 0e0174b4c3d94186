#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>

#include "engine/base/parallel.hpp"

namespace clout {

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const auto cores = static_cast<std::size_t>(tbb::info::default_concurrency());
    const std::size_t threads = workers.count != 0 ? workers.count : cores;
    // An arena alone never gets more threads than there are cores, so a test of eight threads would test two.
    std::optional<tbb::global_control> more;
    if (threads > cores) {
        more.emplace(tbb::global_control::max_allowed_parallelism, threads);
    }
    // Work is handed out in order, one by one, so that a loop that is stopped has done its first part without gaps
    // (but for what was in hand). Shared: the next index and how many are done; everything else is the body's own.
    std::atomic<std::size_t> next{0}, done{0};
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] {
        const tbb::blocked_range<std::size_t> each(0, std::min(threads, count), 1);
        tbb::parallel_for(
            each,
            [&](const tbb::blocked_range<std::size_t>&) {
                while (!(stop && stop())) {
                    const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
                    if (i >= count) return;
                    body(i);
                    done.fetch_add(1, std::memory_order_relaxed);
                }
            },
            tbb::simple_partitioner());
    });
    return done.load();
}

const char* parallel_backend() {
    static const std::string name =
        "oneTBB " + std::to_string(TBB_VERSION_MAJOR) + "." + std::to_string(TBB_VERSION_MINOR);
    return name.c_str();
}

}  // namespace clout
