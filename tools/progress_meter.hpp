// How far the replicates are, on stderr: a bar, lines, JSON lines, or nothing.
#pragma once

#include "engine/run/ensemble.hpp"
#include "tools/request.hpp"

#include <chrono>
#include <string>

namespace clout {

// `automatic` is a bar where stderr is a terminal and CI is not set, else nothing.
class ProgressMeter {
public:
    ProgressMeter(const Request& request, std::string what);
    ~ProgressMeter();  // wipes the bar
    ProgressMeter(const ProgressMeter&) = delete;
    ProgressMeter& operator=(const ProgressMeter&) = delete;

    void show(Progress progress);

private:
    using Clock = std::chrono::steady_clock;
    ProgressMode mode_;
    std::string what_;
    Clock::time_point begun_ = Clock::now(), shown_;
    bool drawn_ = false;
};

// 75 → "1 min 15 s".
[[nodiscard]] std::string duration(double seconds);

}  // namespace clout
