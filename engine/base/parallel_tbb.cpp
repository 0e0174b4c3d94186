#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/base/locked_one_at_a_time.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/thread_probe.hpp"
#include "engine/base/work_counter.hpp"

namespace clout {

namespace {

// An arena of so many threads. Alone it never gets more than there are cores, so a test of eight threads
// would test two.
struct Arena {
    explicit Arena(std::size_t threads) : arena(static_cast<int>(threads)) {
        if (threads > static_cast<std::size_t>(tbb::info::default_concurrency()))
            more.emplace(tbb::global_control::max_allowed_parallelism, threads);
    }
    std::optional<tbb::global_control> more;
    tbb::task_arena arena;
};

}  // namespace

std::size_t thread_count(Workers workers) {
    return threads_to_be_had(workers.count != 0 ? workers.count
                                                : static_cast<std::size_t>(tbb::info::default_concurrency()));
}

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const std::size_t threads = std::min(thread_count(workers), std::max<std::size_t>(count, 1));
    WorkCounter counter(count);
    Arena crew(threads);
    // One task a thread, each asking the counter: tbb's own splitting would start in many places at once.
    crew.arena.execute([&] {
        tbb::parallel_for(
            std::size_t{0}, threads, [&](std::size_t) { counter.work(body, stop); },
            tbb::simple_partitioner());
    });
    return counter.done();
}

struct Crew::Inside : Arena {
    using Arena::Arena;
};

Crew::Crew(Workers workers) : inside_(std::make_unique<Inside>(thread_count(workers))) {}
Crew::~Crew() = default;

std::size_t Crew::size() const { return static_cast<std::size_t>(inside_->arena.max_concurrency()); }

void Crew::each(std::size_t parts, const std::function<void(std::size_t)>& body) {
    inside_->arena.execute(
        [&] { tbb::parallel_for(std::size_t{0}, parts, body, tbb::simple_partitioner()); });
}

const char* parallel_backend() {
    static const std::string name =
        "oneTBB " + std::to_string(TBB_VERSION_MAJOR) + "." + std::to_string(TBB_VERSION_MINOR);
    return name.c_str();
}

}  // namespace clout
