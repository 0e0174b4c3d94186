// A text file as it was handed over: small enough, readable, valid UTF-8, line ends made alike. Nothing is
// known of its language yet.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/text/problems.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace clout {

inline constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20;   // [bytes] of YAML
inline constexpr std::uintmax_t kLargestRoster = std::uintmax_t{1} << 30;  // [bytes] of CSV

// The text without byte-order mark and with "\n" for every line end; nothing where there are problems.
[[nodiscard]] std::optional<std::string> checked_text(FileBytes read, std::uint32_t file, Problems& problems);

// Text that an escape (`"\\e[31m"`) made of characters that are not to be seen but to be obeyed: they come
// back as they would be written, `\x1b`. Line ends and tabs stay.
[[nodiscard]] std::string with_controls_shown(const std::string& text);

// The same of bytes that are already here.
[[nodiscard]] std::optional<std::string> clean_text(std::string bytes, std::uint32_t file,
                                                    Problems& problems);

}  // namespace clout
