// One replicate (or the median path) as a log to read: round by round, who sat, whether they agreed, where
// money went.
#pragma once

#include "engine/report/imprint.hpp"
#include "engine/report/table.hpp"
#include "engine/run/trace.hpp"
#include "engine/scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace clout {

// `replicate` absent = the median path, which the log says is no finding.
[[nodiscard]] std::string negotiation_text(const Trace& trace, const Scenario& scenario,
                                           const Imprint& imprint, const std::string& arm_label,
                                           std::optional<std::uint64_t> replicate, const Style& style);

}  // namespace clout
