#include "engine/report/files/aside.hpp"

#include "engine/report/files/folder.hpp"
#include "engine/report/files/result_names.hpp"
#include "engine/report/json/json_manifest.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace clout {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartial = ".partial-";

// PID, or PID-RANDOM.
bool is_mark(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits == text.size()) return digits > 0;
    const std::string_view rest = text.substr(digits + 1);
    return text[digits] == '-' && !rest.empty() &&
           rest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Of this moment: who makes a second one in it finds the name taken, and asks again.
std::string fresh_mark() {
    constexpr char kDigits[] = "0123456789abcdef";
    auto moment =
        static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) / 1000;
    std::string mark = std::string(kPartial) + std::to_string(process_number()) + "-";
    for (int i = 0; i < 8; ++i, moment /= 16) mark += kDigits[moment % 16];
    return mark;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        entries.push_back(at->path());
    return entries;
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(fs::symlink_status(path, ignored));
}

}  // namespace

fs::path name_beside(const fs::path& target) { return target.string() + fresh_mark(); }

fs::path name_inside(const fs::path& folder) { return folder / fresh_mark(); }

bool is_leftover_inside(const std::string& name) {
    return name.starts_with(kPartial) && is_mark(std::string_view(name).substr(kPartial.size()));
}

std::optional<AsideFolder> AsideFolder::make(fs::path (*name)(const fs::path&), const fs::path& target,
                                             std::string& why) {
    constexpr int kTries = 100;
    for (int tries = 0; tries < kTries; ++tries) {
        fs::path path = name(target);
        std::error_code error;
        if (!fs::create_directory(path, error)) {
            if (!error || error == std::errc::file_exists) continue;
            why = error.message();
            return std::nullopt;
        }
        auto lock = Lock::take(path);
        if (lock || is_folder(path)) return AsideFolder(std::move(path), std::move(lock));
        // Somebody took it for a leftover in that very moment.
    }
    why = "no name is free";
    return std::nullopt;
}

AsideFolder::AsideFolder(fs::path path, std::optional<Lock> lock)
    : path_(std::move(path)), lock_(std::move(lock)) {}

AsideFolder::AsideFolder(AsideFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::move(other.lock_)) {
    other.path_.clear();
}

AsideFolder::~AsideFolder() {
    if (!path_.empty()) remove_aside(path_);
}

std::vector<std::string> files_of_ours(const fs::path& folder, bool left_unfinished) {
    std::error_code ignored;
    const bool has_manifest = fs::is_regular_file(folder / kManifestName, ignored);
    auto listed = has_manifest ? manifest_files(read_whole(folder / kManifestName)) : std::nullopt;
    std::vector<std::string> ours;
    if (listed) {
        ours = std::move(*listed);
        ours.emplace_back(kManifestName);
    } else if (left_unfinished) {  // the manifest comes last
        for (const fs::path& entry : entries_of(folder)) ours.push_back(entry.filename().string());
    }
    std::erase_if(ours, [](const std::string& name) { return !is_result_name(name); });
    return ours;
}

void remove_aside(const fs::path& aside) {
    std::error_code ignored;
    std::vector<std::string> ours = files_of_ours(aside, true);
    // The manifest last: until then it says what else is ours.
    std::stable_partition(ours.begin(), ours.end(),
                          [](const std::string& name) { return name != kManifestName; });
    for (const std::string& name : ours) fs::remove(aside / name, ignored);
    fs::remove(aside, ignored);
}

void give_back(const fs::path& aside, const fs::path& folder) {
    if (!is_folder(folder)) return;
    const std::vector<std::string> ours = files_of_ours(aside, true);
    for (const fs::path& entry : entries_of(aside)) {
        std::error_code ignored;
        const bool own = std::find(ours.begin(), ours.end(), entry.filename().string()) != ours.end();
        const fs::path back = folder / entry.filename();
        if (!own && !fs::exists(fs::symlink_status(back, ignored))) fs::rename(entry, back, ignored);
    }
}

bool remove_leftovers(const fs::path& target) {
    const std::string beside = target.filename().string() + std::string(kPartial);
    std::vector<fs::path> leftovers;
    for (const fs::path& entry : entries_of(target.parent_path())) {
        const std::string name = entry.filename().string();
        if (name.starts_with(beside) && is_mark(std::string_view(name).substr(beside.size())))
            leftovers.push_back(entry);
    }
    bool inside = false;
    if (is_folder(target)) {
        for (const fs::path& entry : entries_of(target)) {
            if (!is_leftover_inside(entry.filename().string())) continue;
            leftovers.push_back(entry);
            inside = true;
        }
    }
    for (const fs::path& leftover : leftovers) {
        const auto dead = Lock::take(leftover);
        if (!dead) continue;
        std::error_code ignored;
        if (is_folder(leftover)) {
            give_back(leftover, target);
            remove_aside(leftover);
        } else {
            fs::remove(leftover, ignored);
        }
    }
    return inside;
}

}  // namespace clout
