#include "engine/study/store_lock.hpp"

#include "engine/base/platform.hpp"

#include <fstream>
#include <string>
#include <system_error>

namespace clout {
namespace {

constexpr std::chrono::seconds kBeat{30};

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
    std::error_code error;
    const auto beaten = std::filesystem::last_write_time(file, error);
    if (error) return "an unknown time";
    const auto age = std::filesystem::file_time_type::clock::now() - beaten;
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(age).count()) + " s";
}

std::string own_text() {
    return "host " + host_name() + "\nprocess " + std::to_string(process_number()) + "\n";
}

bool make(const std::filesystem::path& file) {
    try {
        return make_file(file, own_text());
    } catch (const std::system_error& failure) {
        throw std::runtime_error("the study store cannot be locked: " + file.string() + ": " +
                                 failure.code().message());
    }
}

bool is_dead_here(const Holder& holder) {
    return holder.host == host_name() && holder.process > 0 && process_has_ended(holder.process);
}

// A dead process's lock becomes ours. Of several that find it at once, one at a time looks, and puts its own
// in the place of the dead one's in one step; the next one finds that and leaves it alone.
bool take_over(const std::filesystem::path& file) {
    if (!is_dead_here(read_holder(file))) return false;
    const auto alone = Lock::wait(file);
    if (!alone) return make(file);  // it has gone meanwhile
    if (!is_dead_here(read_holder(file))) return false;
    const std::filesystem::path mine = file.string() + "." + std::to_string(process_number());
    std::error_code failed, ignored;
    std::filesystem::remove(mine, ignored);  // what an earlier process of our number left
    if (!make(mine)) return false;
    std::filesystem::rename(mine, file, failed);
    if (failed) std::filesystem::remove(mine, ignored);
    return !failed;
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

StoreLock::~StoreLock() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

void StoreLock::beat() {
    const auto now = std::chrono::steady_clock::now();
    if (now - beaten_ < kBeat) return;
    beaten_ = now;
    std::error_code ignored;
    std::filesystem::last_write_time(file_, std::filesystem::file_time_type::clock::now(), ignored);
}

}  // namespace clout
