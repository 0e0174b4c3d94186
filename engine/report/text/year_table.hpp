// The focus sector year by year: its contested money, its part of it, and how both go.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

// Every arm, the baseline first.
[[nodiscard]] std::string year_table(const Comparison& comparison, const Provenance& provenance,
                                     const Style& style);

}  // namespace clout
