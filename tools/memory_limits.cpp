#include "tools/memory_limits.hpp"

#include "tools/machine.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace clout {
namespace {

namespace fs = std::filesystem;

constexpr double kNone = std::numeric_limits<double>::infinity();

// A controller's tree as it is mounted here: `from` is the group that stands at `at`.
struct Mount {
    fs::path from, at;
};

// The group of this process in the tree of version 2 (no controllers are named) or of the memory controller.
std::string own_group(const fs::path& root, bool version_2) {
    std::ifstream groups(root / "proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {  // number:controllers:/path
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
        const bool memory = controllers.find(",memory,") != std::string::npos;
        if (version_2 ? controllers == ",," : memory) return line.substr(second + 1);
    }
    return {};
}

std::vector<Mount> mounts_of(const fs::path& root, bool version_2) {
    std::vector<Mount> mounts;
    std::ifstream table(root / "proc/self/mountinfo");
    for (std::string line; std::getline(table, line);) {  // … root mount-point options - type source options
        std::istringstream words(line);
        std::vector<std::string> fields;
        for (std::string word; words >> word;) fields.push_back(word);
        const auto dash = std::find(fields.begin(), fields.end(), "-");
        if (fields.size() < 6 || fields.end() - dash < 4) continue;
        const std::string options = "," + *(dash + 3) + ",";
        const bool memory = options.find(",memory,") != std::string::npos;
        if (version_2 ? *(dash + 1) == "cgroup2" : *(dash + 1) == "cgroup" && memory)
            mounts.push_back({fields[3], fields[4]});
    }
    return mounts;
}

// "max", and what is as good as that, is no limit.
double limit_in(const fs::path& file) {
    std::ifstream stream(file);
    std::string text;
    std::uint64_t bytes = 0;
    constexpr std::uint64_t kAsGoodAsNone = std::uint64_t{1} << 60;
    if (!(stream >> text)) return kNone;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), bytes);
    return read.ec == std::errc{} && bytes < kAsGoodAsNone ? static_cast<double>(bytes) : kNone;
}

// Of the group and of all above it that are seen here.
double least_above(const fs::path& root, const Mount& mount, const fs::path& group, const char* file) {
    const fs::path below = group.lexically_relative(mount.from);
    const fs::path top = root / mount.at.relative_path();
    const bool inside = !below.empty() && *below.begin() != "..";
    fs::path at = inside ? (top / below).lexically_normal() : top;
    double least = limit_in(top / file);
    while (at != top && at.string().size() > top.string().size()) {
        least = std::min(least, limit_in(at / file));
        at = at.parent_path();
    }
    return least;
}

}  // namespace

double cgroup_memory(const fs::path& root) {
    double least = kNone;
    for (const bool version_2 : {true, false}) {
        const std::string group = own_group(root, version_2);
        if (group.empty()) continue;
        for (const Mount& mount : mounts_of(root, version_2))
            least = std::min(
                least, least_above(root, mount, group, version_2 ? "memory.max" : "memory.limit_in_bytes"));
    }
    return least;
}

double memory_allowed() {
    const double installed = machine_memory();
    const double least = std::min(cgroup_memory(), process_memory_limit());
    if (least == kNone) return installed;
    return installed > 0 ? std::min(installed, least) : least;
}

}  // namespace clout
