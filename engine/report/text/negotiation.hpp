// One replicate (or the median path) as a log to read: round by round, who sat, whether they agreed, where
// money went.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace clout {

struct Scenario;
struct Trace;

// `replicate` absent = the median path, which the log says is no finding.
[[nodiscard]] std::string negotiation_text(const Trace& trace, const Scenario& scenario,
                                           const Provenance& provenance, const std::string& arm_label,
                                           std::optional<std::uint64_t> replicate, const Style& style);

// What leads the log of one future: the title, which future it is, and what it must not be taken for.
[[nodiscard]] std::string future_heading(const Provenance& provenance, const std::string& arm_label,
                                         std::optional<std::uint64_t> replicate, const Style& style);

}  // namespace clout
