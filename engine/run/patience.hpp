// How long a loop that is asked to stop goes on with what it has in hand.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

namespace clout {

// A block in hand is finished after a stop, unless that takes longer than a second.
class Patience {
public:
    explicit Patience(const std::function<bool()>& stop) : stop_(stop) {}

    bool spent() {
        using Clock = std::chrono::steady_clock;
        if (!stop_ || !stop_()) return false;
        const Clock::rep now = Clock::now().time_since_epoch().count();
        Clock::rep since = 0;
        if (asked_.compare_exchange_strong(since, now)) since = now;
        return Clock::duration(now - since) > std::chrono::seconds(1);
    }

private:
    const std::function<bool()>& stop_;
    std::atomic<std::chrono::steady_clock::rep> asked_{0};  // when it was first seen; 0 = not yet
};

}  // namespace clout
