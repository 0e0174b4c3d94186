// A folder of results held against the same played again: what stands in it, table by table.
#pragma once

#include "engine/report/json/json_manifest.hpp"
#include "engine/study/checked_table.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace clout {

// Every file that the manifest of `folder` lists, and the manifest. Texts of a study that was stopped early
// say so, and are not compared: its tables are.
[[nodiscard]] std::vector<CheckedTable> check_tables(const ReadManifest& manifest,
                                                     const std::filesystem::path& folder,
                                                     const std::filesystem::path& played);

// The first place where two texts differ: of CSV the line, the column and both values; else the line. Empty
// where they are the same.
[[nodiscard]] std::string first_difference(const std::string& name, const std::string& stands,
                                           const std::string& played);

}  // namespace clout
