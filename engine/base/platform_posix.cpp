#include "engine/base/platform.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/vfs.h>
#endif

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>
#include <utility>

namespace clout {
namespace {

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category()); }

bool is_still(int descriptor, const std::filesystem::path& path) {
    struct stat opened {
    }, named{};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

int locked(const std::filesystem::path& path, int how) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return -1;
    if (::flock(descriptor, how) == 0 && is_still(descriptor, path)) return descriptor;
    ::close(descriptor);
    return -1;
}

std::optional<bool> make_by_link([[maybe_unused]] const std::filesystem::path& file,
                                 [[maybe_unused]] const std::string& text) {
#if defined(O_TMPFILE)
    // A file without a name is written and then linked, which only one can do: a process that is killed
    // meanwhile leaves nothing behind.
    const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0644);
    if (descriptor < 0) return std::nullopt;
    const std::string unnamed = "/proc/self/fd/" + std::to_string(descriptor);
    const bool whole = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool linked =
        whole && ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0;
    const int error = errno;
    ::close(descriptor);
    if (linked || (whole && error == EEXIST)) return linked;
#endif
    return std::nullopt;
}

// Where a file system knows no files without names.
bool make_at_once(const std::filesystem::path& file, const std::string& text) {
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (descriptor < 0 && errno == EEXIST) return false;
    if (descriptor < 0) fail(errno);
    const bool whole = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const int error = errno;
    if (::close(descriptor) != 0 || !whole) {
        ::unlink(file.c_str());
        fail(whole ? errno : error);
    }
    return true;
}

}  // namespace

long process_number() { return ::getpid(); }

bool process_has_ended(long number) { return ::kill(static_cast<pid_t>(number), 0) != 0 && errno == ESRCH; }

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data())
                                                            : std::string("unknown");
}

int reading_refused(const std::filesystem::path& file) {
    return ::access(file.c_str(), R_OK) == 0 ? 0 : errno;
}

bool may_write_in(const std::filesystem::path& folder) { return ::access(folder.c_str(), W_OK) == 0; }

bool on_a_network([[maybe_unused]] const std::filesystem::path& folder) {
#if defined(__linux__)
    // NFS, Lustre, SMB, CIFS, GPFS, BeeGFS, NCP, 9P (statfs(2)).
    constexpr std::array<std::uint32_t, 8> kNetworks{0x6969,     0x0bd00bd0, 0xff534d42, 0xfe534d42,
                                                     0x47504653, 0x19830326, 0x517b,     0x01021997};
    struct statfs about {};
    if (::statfs(folder.c_str(), &about) != 0) return false;
    for (const std::uint32_t network : kNetworks)
        if (static_cast<std::uint32_t>(about.f_type) == network) return true;
#endif
    return false;
}

bool make_file(const std::filesystem::path& file, const std::string& text) {
    const auto made = make_by_link(file, text);
    return made ? *made : make_at_once(file, text);
}

bool exchange_names([[maybe_unused]] const std::filesystem::path& one,
                    [[maybe_unused]] const std::filesystem::path& other) {
#if defined(RENAME_EXCHANGE)
    return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
#else
    return false;
#endif
}

std::optional<Lock> Lock::take(const std::filesystem::path& path) {
    const int descriptor = locked(path, LOCK_EX | LOCK_NB);
    return descriptor < 0 ? std::nullopt : std::optional(Lock(descriptor));
}

std::optional<Lock> Lock::wait(const std::filesystem::path& path) {
    const int descriptor = locked(path, LOCK_EX);
    return descriptor < 0 ? std::nullopt : std::optional(Lock(descriptor));
}

Lock::~Lock() {
    if (handle_ != kNone) ::close(static_cast<int>(handle_));
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return errno;
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return 0;
}

OpenFile::OpenFile(const std::filesystem::path& file, How how)
    : descriptor_(::open(file.c_str(),
                         (how == How::make_new ? O_WRONLY | O_CREAT | O_EXCL
                          : how == How::write  ? O_WRONLY
                                               : O_RDONLY) |
                             O_CLOEXEC,
                         0666)) {
    if (descriptor_ < 0) fail(errno);
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void OpenFile::write(std::string_view bytes) {
    if (const int failed = write_all(descriptor_, bytes)) fail(failed);
}

void OpenFile::finish() {
    // Some file systems have no way to flush a file; that is no reason to refuse the results.
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail(errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
}

}  // namespace clout
