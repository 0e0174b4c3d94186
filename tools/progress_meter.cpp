#include "tools/progress_meter.hpp"

#include "engine/base/text.hpp"
#include "tools/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

ProgressMode resolve(const Request& request) {
    if (request.quiet) {
        return ProgressMode::none;
    }
    if (request.progress != ProgressMode::automatic) {
        return request.progress;
    }
    const char* ci = std::getenv("CI");
    return stderr_is_terminal() && !(ci && *ci) ? ProgressMode::bar : ProgressMode::none;
}

// Lines of a long run stand further apart: its log is read, too.
double seconds_between_lines(ProgressMode mode, double elapsed) {
    return mode == ProgressMode::bar ? 0.1 : std::clamp(elapsed / 30, 2.0, 60.0);
}

}  // namespace

ProgressMeter::ProgressMeter(const Request& request, std::string what)
    : mode_(resolve(request)), what_(std::move(what)) {}

ProgressMeter::~ProgressMeter() {
    if (drawn_) {
        write_error("\r\033[K");
    }
}

void ProgressMeter::show(Progress progress) {
    if (progress.total == 0) {
        return;
    }
    const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    tell({progress.done, progress.total, part, "", ""});
}

void ProgressMeter::show(const SweepProgress& progress) {
    tell({progress.played, progress.of, progress.work,
          fmt::format(", {} of {} points", grouped(progress.played), grouped(progress.of)),
          fmt::format(R"(,"failed":{},"work":{:.6f})", progress.failed, progress.work)});
}

bool ProgressMeter::too_soon(bool over) {
    const auto now = Clock::now();
    const double elapsed = std::chrono::duration<double>(now - begun_).count();
    const double since = std::chrono::duration<double>(now - shown_).count();
    if (shown_ != Clock::time_point{} && !over && since < seconds_between_lines(mode_, elapsed)) {
        return true;
    }
    shown_ = now;
    return false;
}

void ProgressMeter::tell(const Standing& standing) {
    if (mode_ == ProgressMode::none || too_soon(standing.done == standing.of)) {
        return;
    }
    const double elapsed = std::chrono::duration<double>(shown_ - begun_).count();
    const double part = standing.part, left = part > 0 ? elapsed * (1 - part) / part : 0;
    if (mode_ == ProgressMode::json) {
        write_error(fmt::format(
            R"({{"event":"progress","done":{},"total":{}{},"seconds":{:.3f},"seconds_left":{:.3f}}})"
            "\n",
            standing.done, standing.of, standing.more, elapsed, left));
        return;
    }
    constexpr double kEarly = 0.5;  // [s] before which the first blocks say nothing about the rest
    const std::string words = fmt::format("{:3.0f} %{}{}", 100 * part, standing.points,
                                          elapsed < kEarly ? "" : ", " + duration(left) + " left");
    if (mode_ == ProgressMode::plain) {
        write_error(fmt::format("{}: {}\n", what_, words));
        return;
    }
    constexpr std::size_t kBar = 30;  // [columns]
    const auto full = static_cast<std::size_t>(part * kBar);
    write_error(fmt::format("\r\033[K{} [{}{}] {}", what_, std::string(full, '#'),
                            std::string(kBar - full, '.'), words));
    drawn_ = true;
}

std::string duration(double seconds) {
    const auto whole = static_cast<long long>(std::ceil(seconds));
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    return whole < 3600 ? fmt::format("{} min {} s", whole / 60, whole % 60)
                        : fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace clout
