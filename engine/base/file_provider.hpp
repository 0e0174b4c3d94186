// Where texts come from. Nothing in the engine opens a file but what stands behind a provider.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace clout {

// The bytes of a file, or why there are none.
struct FileBytes {
    std::optional<std::string> bytes;
    bool missing = false;  // there is no such file
    std::string trouble;   // else what is wrong with it: "this is a folder, not a file"
};

struct FileProvider {
    // Paths are as written, with "/" between folders. Files larger than `largest` [bytes] need not be read to
    // the end.
    std::function<FileBytes(const std::string& path, std::uintmax_t largest)> read;
    // One name for one file, whatever path or link leads to it.
    std::function<std::string(const std::string& path)> identity;
};

}  // namespace clout
