// The only place where the engine opens a file.
#include "engine/scenario/text/files.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace clout {
namespace {

namespace fs = std::filesystem;

// What stands in the way of reading it; nothing but a regular file has a size that can be asked for.
FileBytes obstacle(const fs::path& path, std::uintmax_t largest) {
    FileBytes file;
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (!fs::exists(status)) {
        file.missing = true;
    } else if (fs::is_directory(status)) {
        file.trouble = "this is a folder, not a file";
    } else if (fs::is_regular_file(status)) {
        const std::uintmax_t size = fs::file_size(path, failure);
        if (!failure && size > largest) file.trouble = too_large(largest);
    }
    return file;
}

FileBytes read_from_disk(const std::string& path, std::uintmax_t largest) {
    FileBytes file = obstacle(path, largest);
    if (file.missing || !file.trouble.empty()) return file;
    std::ifstream in(fs::path(path), std::ios::binary);
    constexpr std::size_t kChunk = std::size_t{1} << 16;
    std::string chunk(kChunk, '\0'), bytes;
    while (in && bytes.size() <= largest) {
        in.read(chunk.data(), static_cast<std::streamsize>(kChunk));
        bytes.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (bytes.size() > largest) {
        file.trouble = too_large(largest);
    } else if (!in.eof() || in.bad()) {
        file.trouble = "the file cannot be read";
    } else {
        file.bytes = std::move(bytes);
    }
    return file;
}

std::string identity_on_disk(const std::string& path) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(path, failure);
    return (failure ? fs::path(path).lexically_normal() : real).string();
}

}  // namespace

FileProvider disk_files() { return {read_from_disk, identity_on_disk}; }

}  // namespace clout
