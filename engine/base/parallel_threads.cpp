#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/base/parallel.hpp"

namespace clout {

std::size_t parallel_for(std::size_t count, Workers workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    const std::size_t wanted = workers.count != 0 ? workers.count : std::thread::hardware_concurrency();
    const std::size_t threads = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(count, 1));
    // Shared: the next index to hand out, how many are done, the first failure. Everything else is the body's
    // own.
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::exception_ptr failure;
    std::mutex failure_guard;
    const auto work = [&] {
        try {
            while (!(stop && stop())) {
                const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
                if (i >= count) {
                    return;
                }
                body(i);
                done.fetch_add(1, std::memory_order_relaxed);
            }
        } catch (...) {
            next.store(count, std::memory_order_relaxed);
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
    return done.load();
}

const char* parallel_backend() { return "threads"; }

}  // namespace clout
