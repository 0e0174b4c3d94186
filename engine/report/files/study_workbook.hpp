// A study as a workbook (xlsx): one sheet a table, as study_csv.hpp has them, and one that says where it
// comes from.
#pragma once

#include "engine/report/files/study_rows.hpp"

#include <filesystem>
#include <string>

namespace clout {

// Throws std::runtime_error with a plain message; also where a sheet cannot hold so many rows.
void write_study_workbook(const std::filesystem::path& file, const StudyRows& rows,
                          const std::string& command);

}  // namespace clout
