// The providers of files that there are.
#pragma once

#include "engine/base/file_provider.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace clout {

// The disk; links are followed, and a file is known by where they lead.
[[nodiscard]] FileProvider disk_files();

// What a function answers for a path; nothing = there is no such file.
[[nodiscard]] FileProvider files_from(
    std::function<std::optional<std::string>(const std::string& path)> text);

// "the file is larger than 16 MiB, which is the limit"
[[nodiscard]] std::string too_large(std::uintmax_t largest);

}  // namespace clout
