// Tidy CSV (RFC 4180: comma, CRLF, quotes where needed; UTF-8, "." decimals): the same bytes for the same
// results. Numbers are the shortest that read back to the same double; what is not a number is an empty
// field.
#pragma once

#include "engine/analysis/attribution.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/analysis/theories.hpp"

#include <span>
#include <string>

namespace clout {

// arm, measure, unit, year, mean, p05, p50, p95
[[nodiscard]] std::string measures_csv(const Comparison& comparison);
// arm, baseline, measure, unit, year, mean, p05, p50, p95, se, p_greater, p_less, p_equal
[[nodiscard]] std::string differences_csv(const Comparison& comparison);
// arm, replicate, then a column for each measure: its value in the last year
[[nodiscard]] std::string replicates_csv(std::span<const ArmOutcome> arms);

// protocol, arm, baseline, unit, mean, p05, p50, p95, se, p_greater, p_less, p_equal, relative, more, same,
// less
[[nodiscard]] std::string theories_csv(const Theories& theories);
// replicate, then a column for each part ("lever", "-lever" where it is dropped, "changes of arm"): its
// Shapley value in each replicate; they sum to the last column, total
[[nodiscard]] std::string attribution_csv(const Attribution& attribution);

inline constexpr const char* kLineEnd = "\r\n";
// A text as a field, quoted where it must be.
[[nodiscard]] std::string csv_field(const std::string& text);
// A comma and a number behind it; nothing behind it where it has no value.
void add_csv_number(std::string& line, double value);

}  // namespace clout
