#include "engine/study/store_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>

namespace clout {
namespace {

constexpr std::chrono::seconds kBeat{30};

std::string this_host() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data())
                                                            : std::string("unknown");
}

struct Holder {
    std::string host;
    long process = 0;
};

Holder read_holder(const std::filesystem::path& file) {
    std::ifstream in(file);
    Holder holder;
    std::string word;
    in >> word >> holder.host >> word >> holder.process;
    return holder;
}

std::string seconds_since(const std::filesystem::path& file) {
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return "an unknown time";
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    return std::to_string(now.count() - static_cast<long>(about.st_mtime)) + " s";
}

[[noreturn]] void refuse(const std::filesystem::path& file) {
    throw std::runtime_error("the study store cannot be locked: " + file.string() + ": " +
                             std::strerror(errno));
}

// Whole under its name or not at all: a process that is killed while it makes its lock leaves none that
// nobody has. A file without a name is written and then linked, which only one can do.
std::optional<bool> make_by_link(const std::filesystem::path& file, const std::string& text) {
    const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0644);
    if (descriptor < 0) return std::nullopt;
    const std::string unnamed = "/proc/self/fd/" + std::to_string(descriptor);
    const bool whole = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool linked =
        whole && ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    if (linked || (whole && error == EEXIST)) return linked;
    return std::nullopt;
}

// Where a file system knows no files without names.
bool make_at_once(const std::filesystem::path& file, const std::string& text) {
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (descriptor < 0 && errno == EEXIST) return false;
    if (descriptor < 0) refuse(file);
    const bool whole = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (::close(descriptor) != 0 || !whole) {
        const int error = errno;
        ::unlink(file.c_str());
        errno = error;
        refuse(file);
    }
    return true;
}

std::string own_text() { return "host " + this_host() + "\nprocess " + std::to_string(::getpid()) + "\n"; }

bool make(const std::filesystem::path& file) {
    const auto made = make_by_link(file, own_text());
    return made ? *made : make_at_once(file, own_text());
}

bool is_dead_here(const Holder& holder) {
    return holder.host == this_host() && holder.process > 0 &&
           ::kill(static_cast<pid_t>(holder.process), 0) != 0 && errno == ESRCH;
}

bool is_still(const std::filesystem::path& file, int descriptor) {
    struct stat named {};
    struct stat opened {};
    return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

// A dead process's lock becomes ours. Of several that find it at once, one at a time looks, and puts its own
// in the place of the dead one's in one step; the next one finds that and leaves it alone.
bool take_over(const std::filesystem::path& file) {
    if (!is_dead_here(read_holder(file))) return false;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return make(file);
    bool ours = false;
    if (::flock(descriptor, LOCK_EX) == 0 && is_still(file, descriptor) && is_dead_here(read_holder(file))) {
        const std::filesystem::path mine = file.string() + "." + std::to_string(::getpid());
        ::unlink(mine.c_str());  // what an earlier process of our number left
        ours = make_at_once(mine, own_text()) && ::rename(mine.c_str(), file.c_str()) == 0;
        if (!ours) ::unlink(mine.c_str());
    }
    ::close(descriptor);
    return ours;
}

}  // namespace

std::filesystem::path StoreLock::file_of(const std::filesystem::path& store) {
    return store.string() + ".lock";
}

StoreLock::StoreLock(const std::filesystem::path& store)
    : file_(file_of(store)), beaten_(std::chrono::steady_clock::now()) {
    if (make(file_) || take_over(file_)) return;
    const Holder holder = read_holder(file_);
    throw StoreLocked(store.string() + " is being written by process " + std::to_string(holder.process) +
                      " on " + (holder.host.empty() ? "an unknown host" : holder.host) +
                      " (last sign of life " + seconds_since(file_) + " ago); if that is dead, remove " +
                      file_.string());
}

StoreLock::~StoreLock() { ::unlink(file_.c_str()); }

void StoreLock::beat() {
    const auto now = std::chrono::steady_clock::now();
    if (now - beaten_ < kBeat) return;
    beaten_ = now;
    ::utimensat(AT_FDCWD, file_.c_str(), nullptr, 0);
}

}  // namespace clout
