// Everything that other programs read from us as JSON. Doubles round-trip; what is
// not a number is null. Keys are the contract of the README's section on JSON.
#pragma once

#include "engine/analysis/attribution.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/analysis/influence.hpp"
#include "engine/analysis/theories.hpp"
#include "engine/base/result.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/theories_study.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Scenario;
struct Trace;

// {"arms": {A: {"measures": {M: {"unit", "mean", "p05", "p50", "p95", "by_year": [mean, …]}}}},
//  "differences": {A: {M: {"mean", "p05", "p50", "p95", "se", "p_greater"}}}, "replicates", "seed"}
[[nodiscard]] std::string comparison_json(const Comparison& comparison, const Provenance& provenance);

// The same for a single arm: {"arm", "measures", "replicates", "seed", …}.
[[nodiscard]] std::string arm_json(const Comparison& comparison, const Provenance& provenance);

// One replicate, or the median path where `replicate` is absent: {"clout", "scenario", "arm", "rounds",
// "influence"}.
[[nodiscard]] std::string trace_json(const Trace& trace, const Scenario& scenario, const std::string& arm,
                                     std::optional<std::uint64_t> replicate);

// {"clout", "scenario", "arm", "influence": {"sectors": {S: {"mean", …, "money", "votes", "leverage"}},
//  "kinds", "organisations"}, "concentration", "organisation", "ways": [{"from", "to", "part"}], "ladder",
//  "ladder_ends_at", "ladder_by_fund", "boards", "replicates", "seed"}
[[nodiscard]] std::string influence_json(const InfluenceReport& report, const Provenance& provenance,
                                         const std::string& arm);

// {"baseline", "unit", "arms": {A: label}, "theories": {P: {"as_written", "level", "arms": {A: {"difference",
//  "money", "relative", "verdict", "futures", …}}}}, "survival": {A: {"sign", "least", "most", "factor", …}},
//  …}; with a position that was found again also "recalibrated": {"sector", "written": {programme: part},
//  "positions": {P: {"position": {programme: part}, "moved", "distance", "standing"}}, "theories",
//  "survival"}
[[nodiscard]] std::string theories_json(const TheoriesStudy& study);

// {"from", "to", "measure", "unit", "exact", "total", "parts": [{"name", "kind", "mean", …, "alone",
// "last"}],
//  "interactions": [{"parts": [name, name], "mean", …}], …}
[[nodiscard]] std::string attribution_json(const Attribution& attribution, const Provenance& provenance);

struct CheckedFile {
    std::string file;
    bool sound = false;
    std::vector<Problem> problems;
};
[[nodiscard]] std::string check_json(std::span<const CheckedFile> files);

// {"differences": {heading: [line, …]}}
[[nodiscard]] std::string difference_json(
    std::span<const std::pair<std::string, std::vector<std::string>>> differences);

// A flat object of texts: what `clout doctor` found.
[[nodiscard]] std::string facts_json(std::span<const std::pair<std::string, std::string>> facts);

}  // namespace clout
