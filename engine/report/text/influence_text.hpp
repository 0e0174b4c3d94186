// Who wrote the decision, the voice ladder and the votes, as a page of text.
#pragma once

#include "engine/analysis/influence.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

struct Scenario;

[[nodiscard]] std::string influence_text(const InfluenceReport& report, const Scenario& scenario,
                                         const Provenance& provenance, const std::string& arm,
                                         const Style& style);

}  // namespace clout
