// One comparison at several settings, as ranges beneath each other: how the finding moves as a dial is
// turned.
#pragma once

#include "engine/base/result.hpp"
#include "engine/report/page/chart.hpp"
#include "engine/scenario/library.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace clout::playground {

struct DialPoint {
    std::string label;  // "3 of 15 are in"
    std::vector<Override> settings;
};

struct Dial {
    std::string base, arm;  // names of the two arms at every point
    std::vector<DialPoint> points;
    std::size_t futures = 0;
};

// Each point is read by `read`, the same luck at all of them. Every problem of the first point that has any.
[[nodiscard]] Result<Chart> dial_chart(
    const Dial& dial, const std::function<Result<Library>(const std::vector<Override>&)>& read);

}  // namespace clout::playground
