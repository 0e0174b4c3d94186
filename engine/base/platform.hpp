// What the standard library has no words for and each operating system says its own way: other processes,
// locks that die with their holder, files that are on the disk when they are called finished. One source an
// operating system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace clout {

[[nodiscard]] long process_number();  // this process's
// False where it runs, or where that cannot be known. Numbers are those of this host.
[[nodiscard]] bool process_has_ended(long number);
[[nodiscard]] std::string host_name();  // "unknown" where it has none

// Whether this process may read that file: 0, or the errno of why not.
[[nodiscard]] int reading_refused(const std::filesystem::path& file);
[[nodiscard]] bool may_write_in(const std::filesystem::path& folder);
// Whether a folder's disk is shared by several machines; false where that cannot be told.
[[nodiscard]] bool on_a_network(const std::filesystem::path& folder);

// Makes a file that holds the text, whole under its name or not at all. False where one of that name is
// there: of several that try at once one succeeds. Throws std::system_error where the world forbids it.
[[nodiscard]] bool make_file(const std::filesystem::path& file, const std::string& text);

// Both names change places in one moment. False where the file system knows no such thing, or will not.
[[nodiscard]] bool exchange_names(const std::filesystem::path& one, const std::filesystem::path& other);

// Held on a file or a folder until it is let go or the process ends, however that ends.
class Lock {
public:
    // Nothing where somebody holds it, where it is gone, or where the file system cannot tell.
    [[nodiscard]] static std::optional<Lock> take(const std::filesystem::path& path);
    // The same, but waits for whoever holds it.
    [[nodiscard]] static std::optional<Lock> wait(const std::filesystem::path& path);
    Lock(Lock&& other) noexcept : handle_(other.handle_) { other.handle_ = kNone; }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    Lock& operator=(Lock&&) = delete;
    ~Lock();

private:
    static constexpr std::intptr_t kNone = -1;
    explicit Lock(std::intptr_t handle) : handle_(handle) {}
    std::intptr_t handle_;
};

// All of the bytes to a descriptor: 0, or the errno of the write that failed.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

// A file that is open for as long as this lives. What fails throws std::system_error.
class OpenFile {
public:
    enum class How : std::uint8_t { make_new, write, read };
    OpenFile(const std::filesystem::path& file, How how);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    void write(std::string_view bytes);  // all of them
    void finish();                       // on the disk, and closed

private:
    int descriptor_;
};

}  // namespace clout
