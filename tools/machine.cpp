#include "tools/machine.hpp"

#include <sched.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

namespace clout {
namespace {

std::optional<std::size_t> positive_number(const char* text) {
    std::size_t value = 0;
    if (!text) {
        return std::nullopt;
    }
    const char* end = text + std::strlen(text);
    const auto read = std::from_chars(text, end, value);
    return read.ec == std::errc{} && read.ptr == end && value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> allowed_cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) != 0) {
        return std::nullopt;
    }
    const int count = CPU_COUNT(&set);
    return count > 0 ? std::optional(static_cast<std::size_t>(count)) : std::nullopt;
}

}  // namespace

std::size_t Allowance::jobs() const { return slurm ? *slurm : affinity ? *affinity : cores ? cores : 1; }

Allowance allowance() {
    return {std::thread::hardware_concurrency(), allowed_cores(),
            positive_number(std::getenv("SLURM_CPUS_PER_TASK"))};
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

std::filesystem::path own_path() {
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{} : path;
}

}  // namespace clout
