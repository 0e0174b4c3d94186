#include "engine/base/platform.hpp"

#include <windows.h>
// After windows.h, which they need.
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace clout {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category()); }

int opened(const fs::path& file, int how) {
    return ::_wopen(file.c_str(), how | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
}

// A folder cannot be locked here, and a locked file cannot be replaced: what is locked is a name that this
// machine knows as long as the process that made it, the path's FNV-1a hash (64 bits).
std::wstring name_of_lock(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    std::uint64_t hash = 14695981039346656037u;
    for (const wchar_t letter : (error ? path : real).native()) {
        hash ^= static_cast<std::uint64_t>(::towlower(letter));
        hash *= 1099511628211u;
    }
    return L"Global\\clout-" + std::to_wstring(hash);
}

HANDLE made_lock(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) return nullptr;
    const HANDLE made = ::CreateMutexW(nullptr, FALSE, name_of_lock(path).c_str());
    if (made != nullptr && ::GetLastError() != ERROR_ALREADY_EXISTS) return made;
    if (made != nullptr) ::CloseHandle(made);
    return nullptr;
}

}  // namespace

long process_number() { return static_cast<long>(::GetCurrentProcessId()); }

bool process_has_ended(long number) {
    const HANDLE process = ::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(number));
    if (process == nullptr) return ::GetLastError() == ERROR_INVALID_PARAMETER;
    const bool ended = ::WaitForSingleObject(process, 0) == WAIT_OBJECT_0;
    ::CloseHandle(process);
    return ended;
}

std::string host_name() {
    std::array<char, MAX_COMPUTERNAME_LENGTH + 1> name{};
    DWORD size = name.size();
    return ::GetComputerNameA(name.data(), &size) != 0 ? std::string(name.data()) : std::string("unknown");
}

int reading_refused(const fs::path& file) {
    constexpr int kRead = 4;
    return ::_waccess(file.c_str(), kRead) == 0 ? 0 : errno;
}

bool may_write_in(const fs::path& folder) {
    constexpr int kWrite = 2;
    return ::_waccess(folder.c_str(), kWrite) == 0;
}

bool on_a_network(const fs::path& folder) {
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);
    return !error && ::GetDriveTypeW((whole.root_path() / L"").c_str()) == DRIVE_REMOTE;
}

bool make_file(const fs::path& file, const std::string& text) {
    const int descriptor = opened(file, _O_WRONLY | _O_CREAT | _O_EXCL);
    if (descriptor < 0 && errno == EEXIST) return false;
    if (descriptor < 0) fail(errno);
    const int failed = write_all(descriptor, text);
    if (::_close(descriptor) == 0 && failed == 0) return true;
    std::error_code ignored;
    fs::remove(file, ignored);
    fail(failed != 0 ? failed : EIO);
}

bool exchange_names(const fs::path&, const fs::path&) { return false; }

std::optional<Lock> Lock::take(const fs::path& path) {
    const HANDLE made = made_lock(path);
    return made == nullptr ? std::nullopt : std::optional(Lock(reinterpret_cast<std::intptr_t>(made)));
}

std::optional<Lock> Lock::wait(const fs::path& path) {
    std::error_code ignored;
    while (fs::exists(fs::symlink_status(path, ignored))) {
        if (auto lock = take(path)) return lock;
        ::Sleep(5);  // [ms]
    }
    return std::nullopt;
}

Lock::~Lock() {
    if (handle_ != kNone) ::CloseHandle(reinterpret_cast<HANDLE>(handle_));
}

int write_all(int descriptor, std::string_view bytes) {
    constexpr std::size_t kMost = 1u << 14;  // [bytes] what a console takes in one call
    while (!bytes.empty()) {
        const int written =
            ::_write(descriptor, bytes.data(), static_cast<unsigned>(std::min(kMost, bytes.size())));
        // A reader that has gone away is told as a pipe without an end (EINVAL here).
        if (written <= 0) return written == 0 ? EIO : errno == EINVAL ? EPIPE : errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

OpenFile::OpenFile(const fs::path& file, How how)
    : descriptor_(opened(file, how == How::make_new ? _O_WRONLY | _O_CREAT | _O_EXCL : _O_RDWR)) {
    if (descriptor_ < 0) fail(errno);
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::_close(descriptor_);
}

void OpenFile::write(std::string_view bytes) {
    if (const int failed = write_all(descriptor_, bytes)) fail(failed);
}

void OpenFile::finish() {
    if (::_commit(descriptor_) != 0) fail(errno);
    if (::_close(std::exchange(descriptor_, -1)) != 0) fail(errno);
}

}  // namespace clout
