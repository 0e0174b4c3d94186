// A text file as it is on disk: small enough, readable, valid UTF-8, line ends made alike. Nothing is known
// of its language yet.
#pragma once

#include "engine/scenario/text/problems.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace clout {

inline constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20;   // [bytes] of YAML
inline constexpr std::uintmax_t kLargestRoster = std::uintmax_t{1} << 30;  // [bytes] of CSV

// The text without byte-order mark and with "\n" for every line end; nothing where there are problems.
[[nodiscard]] std::optional<std::string> read_text(const std::filesystem::path& path, std::uint32_t file,
                                                   std::uintmax_t largest, Problems& problems);

// The checks of `read_text` on bytes that are already here.
[[nodiscard]] std::optional<std::string> clean_text(std::string bytes, std::uint32_t file,
                                                    Problems& problems);

}  // namespace clout
