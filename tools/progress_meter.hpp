// How far the replicates or points are, on stderr: a bar, lines, JSON lines, or nothing.
#pragma once

#include "engine/run/ensemble.hpp"
#include "engine/study/sweep_study.hpp"
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

    void show(Progress progress);              // replicates, which cost about the same
    void show(const SweepProgress& progress);  // points, which do not: time left goes by their work

private:
    // What there is to say of either.
    struct Standing {
        std::size_t done = 0, of = 0;
        double part = 0;     // [0..1] of the work
        std::string points;  // ", 12 of 30 points"
        std::string more;    // further keys of the JSON line
    };
    void tell(const Standing& standing);
    [[nodiscard]] bool too_soon(bool over);

    using Clock = std::chrono::steady_clock;
    ProgressMode mode_;
    std::string what_;
    Clock::time_point begun_ = Clock::now(), shown_;
    bool drawn_ = false;
};

// 75 → "1 min 15 s".
[[nodiscard]] std::string duration(double seconds);

}  // namespace clout
