#include "engine/base/thread_probe.hpp"

#include <algorithm>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace clout {
namespace {

// How many of `others` start beside this one and live at once.
std::size_t start(std::size_t others) {
    std::mutex mutex;
    std::condition_variable over;
    bool done = false;
    std::vector<std::thread> threads;
    threads.reserve(others);
    try {
        while (threads.size() < others) {
            threads.emplace_back([&] {
                std::unique_lock lock(mutex);
                over.wait(lock, [&] { return done; });
            });
        }
    } catch (const std::system_error&) {
        // that is the answer
    }
    {
        const std::scoped_lock lock(mutex);
        done = true;
    }
    over.notify_all();
    for (std::thread& thread : threads) thread.join();
    return threads.size();
}

}  // namespace

std::size_t threads_to_be_had(std::size_t asked) {
    static std::mutex mutex;
    static std::size_t proven = 1, most = std::numeric_limits<std::size_t>::max();
    const std::scoped_lock lock(mutex);
    if (asked > proven && proven < most) {
        proven = 1 + start(std::min(asked, most) - 1);
        if (proven < asked) most = proven;
    }
    return std::clamp<std::size_t>(asked, 1, std::max<std::size_t>(proven, 1));
}

}  // namespace clout
