// Which part of a log is asked for: --years, --place, --sector.
#pragma once

#include "engine/base/result.hpp"
#include "engine/run/watch/chronicle_filter.hpp"
#include "tools/options.hpp"

#include <string>

namespace clout {

struct Scenario;

struct LogPart {
    std::string years, place, sector;  // as typed; empty = all

    [[nodiscard]] bool asked() const { return !years.empty() || !place.empty() || !sector.empty(); }
};

// "2:5", "2:" or "3".
[[nodiscard]] OptionCheck years_of_log();

// What those names are in the scenario, or which names there are.
[[nodiscard]] Result<ChronicleFilter> log_filter(const Scenario& scenario, const LogPart& part);

}  // namespace clout
