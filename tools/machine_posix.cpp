#include "tools/machine.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>

namespace clout {
namespace {

double limit_of(decltype(RLIMIT_AS) which) {
    rlimit limit{};
    const bool told = ::getrlimit(which, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    return told ? static_cast<double>(limit.rlim_cur) : std::numeric_limits<double>::infinity();
}

}  // namespace

std::optional<std::size_t> allowed_cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) != 0) {
        return std::nullopt;
    }
    const int count = CPU_COUNT(&set);
    return count > 0 ? std::optional(static_cast<std::size_t>(count)) : std::nullopt;
}

std::string processor_name() {
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "unknown";
}

double machine_memory() {
    const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<double>(pages) * static_cast<double>(size) : 0;
}

double process_memory_limit() { return std::min(limit_of(RLIMIT_AS), limit_of(RLIMIT_DATA)); }

std::filesystem::path own_path() {
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{} : path;
}

}  // namespace clout
