// How the parallel loops hand out work: in order, one index at a time, so that what is done when a loop is
// stopped early is a front without large gaps.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace clout {

// Shared by the threads of one loop: the next index to hand out and how many are done. Nothing else is
// shared.
class WorkCounter {
public:
    explicit WorkCounter(std::size_t count) : count_(count) {}

    // Takes index after index until none is left, `stop` answers true or a body throws (then nobody takes any
    // more).
    void work(const std::function<void(std::size_t)>& body, const std::function<bool()>& stop) {
        try {
            while (!(stop && stop())) {
                const std::size_t i = next_.fetch_add(1, std::memory_order_relaxed);
                if (i >= count_) {
                    return;
                }
                body(i);
                done_.fetch_add(1, std::memory_order_relaxed);
            }
        } catch (...) {
            next_.store(count_, std::memory_order_relaxed);
            throw;
        }
    }

    [[nodiscard]] std::size_t done() const { return done_.load(std::memory_order_relaxed); }

private:
    std::size_t count_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> done_{0};
};

}  // namespace clout
