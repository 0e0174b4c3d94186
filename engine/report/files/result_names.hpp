// What files of results are called: what clout writes into a folder, and so all that it ever deletes there.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace clout {

inline constexpr const char* kManifestName = "manifest.json";

// A verb that writes another file names it here.
inline constexpr std::array<std::string_view, 26> kResultNames{
    kManifestName,     "finding.txt",      "measures.csv",    "replicates.csv", "differences.csv",
    "arm.txt",         "trace.json",       "trace.txt",       "log.jsonl",      "log.txt",
    "influence.json",  "influence.txt",    "theories.txt",    "theories.json",  "theories.csv",
    "attribution.txt", "attribution.json", "attribution.csv", "threshold.txt",  "threshold.json",
    "drivers.txt",     "drivers.json",     "points.csv",      "summaries.csv",  "futures.csv",
    "recalibrated.csv"};

[[nodiscard]] inline bool is_result_name(std::string_view name) {
    return std::find(kResultNames.begin(), kResultNames.end(), name) != kResultNames.end();
}

}  // namespace clout
