#include "engine/report/files/folder.hpp"

#include "engine/report/json/json_manifest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace clout {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& where, const std::string& why) {
    throw std::runtime_error("cannot " + what + " " + where.string() + ": " + why);
}

void rename_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        fail("write", to, error.message());
    }
}

// An open file that is closed however we leave.
class Descriptor {
public:
    explicit Descriptor(const fs::path& file)
        : file_(file), fd_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
        check(fd_ >= 0);
    }
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(const std::string& content, const std::function<bool()>& stop) const {
        constexpr std::size_t kChunk = 1u << 20;  // [bytes] between two looks at `stop`
        for (std::size_t at = 0; at < content.size();) {
            if (stop && stop()) {
                throw Abandoned();
            }
            const auto written = ::write(fd_, content.data() + at, std::min(kChunk, content.size() - at));
            if (written < 0 && errno == EINTR) {
                continue;
            }
            check(written >= 0);
            at += static_cast<std::size_t>(written);
        }
    }
    void finish() {
        // Some file systems have no way to flush a file; that is no reason to refuse the results.
        check(::fsync(fd_) == 0 || errno == EINVAL || errno == EROFS);
        const int closed = ::close(fd_);
        fd_ = -1;
        check(closed == 0);
    }

private:
    void check(bool fine) const {
        if (!fine) {
            fail("write", file_, std::strerror(errno));
        }
    }
    fs::path file_;
    int fd_;
};

void write_new(const fs::path& file, const std::string& content, const std::function<bool()>& stop) {
    Descriptor descriptor(file);
    descriptor.write(content, stop);
    descriptor.finish();
}

class TemporaryFolder {
public:
    explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        fs::create_directories(path_, error);
        if (error) {
            fail("create", path_, error.message());
        }
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

fs::path plain(const fs::path& folder) {
    fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

std::string partial_name() { return ".partial-" + std::to_string(::getpid()); }

// Names from a manifest are only followed inside its own folder.
bool is_plain_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

std::vector<std::string> former_files(const fs::path& folder) {
    const fs::path manifest = folder / kManifestName;
    if (!fs::exists(manifest)) {
        return {};
    }
    return manifest_files(read_whole(manifest)).value_or(std::vector<std::string>{});
}

void replace_files(const fs::path& from, const fs::path& folder, const std::vector<std::string>& names) {
    auto stale = former_files(folder);
    for (const auto& name : names) {
        std::erase(stale, name);
        if (name != kManifestName) {
            rename_over(from / name, folder / name);
        }
    }
    for (const auto& name : stale) {
        std::error_code ignored;
        if (is_plain_name(name)) {
            fs::remove(folder / name, ignored);
        }
    }
    if (fs::exists(from / kManifestName)) {
        rename_over(from / kManifestName, folder / kManifestName);
    }
}

// Writes by `write` aside, and moves into place what it has written.
void place_folder(const fs::path& folder, const std::vector<std::string>& names,
                  const std::function<void(const fs::path& into)>& write) {
    const fs::path path = plain(folder);
    const bool exists = fs::is_directory(path);
    const TemporaryFolder temporary(exists ? path / partial_name()
                                           : fs::path(path.string() + partial_name()));
    write(temporary.path());
    if (exists) {
        replace_files(temporary.path(), path, names);
    } else {
        rename_over(temporary.path(), path);
    }
}

// What somebody else has written, to the disk.
void flush(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        fail("write", file, std::strerror(errno));
    }
    const bool fine = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
    const int error = errno;
    ::close(descriptor);
    if (!fine) {
        fail("write", file, std::strerror(error));
    }
}

}  // namespace

std::optional<std::string> refusal(const std::filesystem::path& folder) {
    const fs::path path = plain(folder);
    std::error_code error;
    if (!fs::exists(path, error)) {
        return std::nullopt;
    }
    if (!fs::is_directory(path, error)) {
        return path.string() + " exists and is no folder";
    }
    const bool empty = fs::is_empty(path, error);
    if (error) {
        return path.string() + ": " + error.message();
    }
    if (empty) {
        return std::nullopt;
    }
    const bool ours = fs::exists(path / kManifestName) && manifest_files(read_whole(path / kManifestName));
    return ours ? std::nullopt
                : std::optional(path.string() +
                                " is not empty and holds no results of ours; name a new folder");
}

void write_folder(const std::filesystem::path& folder, const std::vector<ResultFile>& files,
                  const std::function<bool()>& stop) {
    std::vector<std::string> names;
    for (const auto& file : files) {
        names.push_back(file.name);
    }
    place_folder(folder, names, [&](const fs::path& into) {
        for (const auto& file : files) {
            write_new(into / file.name, file.content, stop);
        }
    });
}

void fill_folder(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const std::function<void(const std::filesystem::path& into)>& fill) {
    place_folder(folder, names, [&](const fs::path& into) {
        fill(into);
        for (const std::string& name : names) {
            flush(into / name);
        }
    });
}

void fill_file(const std::filesystem::path& file,
               const std::function<void(const std::filesystem::path& into)>& fill) {
    const fs::path target = plain(file), temporary = target.string() + partial_name();
    try {
        fill(temporary);
        flush(temporary);
        rename_over(temporary, target);
    } catch (...) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw;
    }
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream.is_open() || stream.bad()) {
        fail("read", file, std::strerror(errno));
    }
    return content.str();
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    fill_file(file, [&](const fs::path& into) { write_new(into, content, {}); });
}

}  // namespace clout
