#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/base/locked_one_at_a_time.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/thread_probe.hpp"
#include "engine/base/work_counter.hpp"

namespace clout {

std::size_t thread_count(Workers workers) {
    return threads_to_be_had(workers.count != 0 ? workers.count : std::thread::hardware_concurrency());
}

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const std::size_t threads = std::min(thread_count(workers), std::max<std::size_t>(count, 1));
    WorkCounter counter(count);
    std::exception_ptr failure;
    std::mutex failure_guard;
    const auto work = [&] {
        try {
            counter.work(body, stop);
        } catch (...) {
            const std::lock_guard lock(failure_guard);
            failure = failure ? failure : std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads; ++t) {
            others.emplace_back(work);
        }
        work();
    }  // joined here, which publishes what the others wrote
    if (failure) {
        std::rethrow_exception(failure);
    }
    return counter.done();
}

// Threads are started anew for every loop: this implementation is for checking, not for speed.
struct Crew::Inside {
    Workers workers;
};

Crew::Crew(Workers workers) : inside_(std::make_unique<Inside>()) {
    inside_->workers.count = thread_count(workers);
}
Crew::~Crew() = default;

std::size_t Crew::size() const { return inside_->workers.count; }

void Crew::each(std::size_t parts, const std::function<void(std::size_t)>& body) {
    parallel_for(parts, inside_->workers, body);
}

const char* parallel_backend() { return "threads"; }

}  // namespace clout
