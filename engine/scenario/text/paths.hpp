// Paths as texts, with "/" between folders: what can be said of them without a disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clout {

[[nodiscard]] std::string folder_of(std::string_view path);     // "a/b.yaml" → "a", "b.yaml" → ""
[[nodiscard]] std::string file_name_of(std::string_view path);  // "a/b.yaml" → "b.yaml"

[[nodiscard]] std::string stem_of(std::string_view path);  // "a/b.yaml" → "b"

// A path below a folder; an empty folder is here.
[[nodiscard]] std::string joined_path(std::string_view folder, std::string_view path);

// Without ".", doubled "/" and ".." where something stands before it: "a/./b/../c" → "a/c". A path that leads
// nowhere else is ".".
[[nodiscard]] std::string normal_path(std::string_view path);

// Where a file named in another one leads, relative to the scenario's folder; nothing where it leads out of
// it. `folder`: of the file that names it, relative to the scenario's.
[[nodiscard]] std::optional<std::string> path_inside(std::string_view folder, std::string_view named);

}  // namespace clout
