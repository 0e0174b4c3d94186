// What other programs read of the studies of drivers and thresholds.
#pragma once

#include "engine/study/drivers.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

// {"figure", "unit", "mean", "sd", "drivers": [{"number", "share": [value, low, high], "distinct", "total",
//  "low_fifth", "high_fifth"}], "chance", "chaos", "ensembles", …}; an interval is [value, low, high].
[[nodiscard]] std::string drivers_json(const Drivers& drivers, const Provenance& provenance,
                                       const std::string& from, const std::string& to);

}  // namespace clout
