#include "tools/machine.hpp"

#include <windows.h>

#include <array>
#include <bit>
#include <cstdlib>
#include <limits>

namespace clout {

std::optional<std::size_t> allowed_cores() {
    DWORD_PTR ours = 0, machine = 0;
    if (::GetProcessAffinityMask(::GetCurrentProcess(), &ours, &machine) == 0 || ours == 0)
        return std::nullopt;
    return static_cast<std::size_t>(std::popcount(ours));
}

std::string processor_name() {
    const char* name = std::getenv("PROCESSOR_IDENTIFIER");
    return name != nullptr ? name : "unknown";
}

double machine_memory() {
    MEMORYSTATUSEX about{};
    about.dwLength = sizeof about;
    return ::GlobalMemoryStatusEx(&about) != 0 ? static_cast<double>(about.ullTotalPhys) : 0;
}

double process_memory_limit() { return std::numeric_limits<double>::infinity(); }

std::filesystem::path own_path() {
    std::array<wchar_t, 32768> name{};
    const DWORD size = ::GetModuleFileNameW(nullptr, name.data(), name.size());
    return size > 0 && size < name.size() ? std::filesystem::path(name.data()) : std::filesystem::path{};
}

}  // namespace clout
