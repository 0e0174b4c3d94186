// A study as NetCDF-4, for xarray and whoever reads that: named dimensions, a unit on every variable.
#pragma once

#include "engine/report/files/study_rows.hpp"

#include <filesystem>
#include <string>

namespace clout {

// Dimensions and their coordinates: point, arm, other (arms but the baseline), statistic (mean, p05, p50,
// p95), year, replicate.
//   PATH             (point)                        each number that was varied
//   M                (point, arm, statistic)        each measure, of the last year
//   difference(M)    (point, other, statistic)      paired, from the baseline; se(…), p_greater(…) and
//                                                   p_less(…) likewise, (point, other)
//   futures(M)       (point, arm, year, replicate)  where futures were kept
// Attributes of the file say the study, its scenario, and the hash of its content. The library is looked for
// when this is called; a plain message where it is not there, as where the file cannot be written
// (std::runtime_error).
void write_study_netcdf(const std::filesystem::path& file, const StudyRows& rows, const std::string& command);

}  // namespace clout
