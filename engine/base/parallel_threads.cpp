#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/base/parallel.hpp"
#include "engine/base/work_counter.hpp"

namespace clout {

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const std::size_t wanted = workers.count != 0 ? workers.count : std::thread::hardware_concurrency();
    const std::size_t threads = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(count, 1));
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

const char* parallel_backend() { return "threads"; }

}  // namespace clout
