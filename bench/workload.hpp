// What benchmarks share: a clock that other people's work does not move, memory, and systems to play.
#pragma once

#include "engine/run/block.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/system/compile.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace clout::workload {

// [s] of processor time this thread has had.
inline double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Forgets the peak so far, so that the next one is that of what follows (Linux; else the peak since the
// start).
inline void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

// [bytes] most this process has held at once.
inline double peak_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024;
}

inline double median(std::vector<double> of) {
    std::sort(of.begin(), of.end());
    return of.empty() ? 0 : (of[(of.size() - 1) / 2] + of[of.size() / 2]) / 2;
}

// A scenario to measure with: the copy that bench/ keeps as it was, where there is one, so that times of one
// year can be compared with another's; else that of the library.
inline std::filesystem::path scenario_file(const std::string& name) {
    const std::filesystem::path root(CLOUT_ROOT), frozen = root / "bench" / (name + ".yaml");
    return std::filesystem::exists(frozen) ? frozen : root / "scenarios" / (name + ".yaml");
}

// Ends the program where the file has errors: a benchmark of nothing would be a fast one.
inline Library read(const std::filesystem::path& file) {
    auto library = read_library(file);
    if (library) return std::move(library).value();
    for (const Problem& problem : library.problems()) std::cerr << to_text(problem) << '\n';
    std::exit(3);
}

// The baseline of one scenario of the library, read once.
inline const System& baseline(const std::string& scenario) {
    static const System system = [&] {
        const Library library = read(scenario_file(scenario));
        return compile(library.arms[library.baseline].scenario);
    }();
    return system;
}

}  // namespace clout::workload
