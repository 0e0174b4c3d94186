// The ladder of one organisation's voice, rung by rung.
#pragma once

#include "engine/analysis/influence.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

struct Scenario;

[[nodiscard]] std::string ladder_text(const InfluenceReport& report, const Scenario& scenario,
                                      const Provenance& provenance, const Style& style);

}  // namespace clout
