#include "tools/node_copy.hpp"

#include "engine/base/platform.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/study/store.hpp"

#include <stdexcept>
#include <utility>

namespace clout {
namespace {

namespace fs = std::filesystem;

void copy_or_say(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error)
        throw std::runtime_error("cannot copy " + from.string() + " to " + to.string() + ": " +
                                 error.message());
}

// The file, and what SQLite keeps beside it.
void remove_store(const fs::path& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file.string() + ending, ignored);
}

}  // namespace

NodeCopy::NodeCopy(fs::path place, const std::string& folder) : place_(std::move(place)), file_(place_) {
    if (folder.empty()) return;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw std::runtime_error("cannot create " + folder + ": " + error.message());
    // Two runs on one node may write stores of one name.
    file_ = fs::path(folder) / (place_.filename().string() + "." + std::to_string(process_number()));
    remove_store(file_);
    if (!Store::begun(place_)) return;
    // What a killed run has left in the log beside it goes into the file first.
    { const Store closed = Store::open(place_); }
    copy_or_say(place_, file_);
}

void NodeCopy::hand_over() const {
    if (file_ == place_ || !fs::exists(file_)) return;
    try {
        fill_file(place_, [&](const fs::path& into) { copy_or_say(file_, into); });
    } catch (const std::exception& failure) {
        throw std::runtime_error(std::string(failure.what()) + "; the study stands in " + file_.string());
    }
    remove_store(file_);
}

}  // namespace clout
