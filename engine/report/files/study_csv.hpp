// A study as tidy CSV (csv.hpp has the form): a folder with a manifest.
#pragma once

#include "engine/report/files/study_rows.hpp"

#include <filesystem>
#include <string>

namespace clout {

// points.csv       point, then a column for each number that was varied
// summaries.csv    point, arm, measure, unit, mean, p05, p50, p95: of the last year, over the futures
// differences.csv  point, arm, baseline, measure, unit, mean, p05, p50, p95, se, p_greater, p_less
// futures.csv      point, arm, year, replicate, then a column for each measure; where futures were kept
// Points that are done alone. `command`: as typed. Throws as write_folder does.
void write_study_csv(const std::filesystem::path& folder, const StudyRows& rows, const std::string& command);

}  // namespace clout
