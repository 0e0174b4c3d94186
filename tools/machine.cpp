#include "tools/machine.hpp"

#include <charconv>
#include <cstdlib>
#include <cstring>
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

}  // namespace

std::size_t Allowance::jobs() const { return slurm ? *slurm : affinity ? *affinity : cores ? cores : 1; }

Allowance allowance() {
    return {std::thread::hardware_concurrency(), allowed_cores(),
            positive_number(std::getenv("SLURM_CPUS_PER_TASK"))};
}

}  // namespace clout
