// One writer a store. SQLite's own locks are not to be trusted on every cluster's disk (two nodes may both
// get one); a file that only one can make is.
#pragma once

#include <chrono>
#include <filesystem>
#include <stdexcept>

namespace clout {

// Somebody else holds the store, or seems to.
struct StoreLocked : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Beside the store, while it lives: who writes (host and process), and a sign of life from time to time. A
// lock that a process of this host left behind when it died is taken over; one of another host never is.
class StoreLock {
public:
    // Throws StoreLocked with what to do, and std::runtime_error where the world forbids it.
    explicit StoreLock(const std::filesystem::path& store);
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

    // Cheap: writes only where the last sign is old.
    void beat();

    [[nodiscard]] static std::filesystem::path file_of(const std::filesystem::path& store);

private:
    std::filesystem::path file_;
    std::chrono::steady_clock::time_point beaten_;
};

}  // namespace clout
