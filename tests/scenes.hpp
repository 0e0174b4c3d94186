// Scenes that tests share: the library of scenarios, small systems written in place, and what a run of them
// gives.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/system/compile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace clout::scenes {

inline std::filesystem::path scenario_file(const std::string& name) {
    return std::filesystem::path(CLOUT_ROOT) / "scenarios" / (name + ".yaml");
}

// For suites that hold of every scenario of the library: its names, and how a test of one is called.
inline const std::vector<const char*> kAreas{"one-area", "greater-manchester", "cheshire-merseyside", "bob",
                                             "ccg-era"};
inline auto every_area() {  // without England, which takes as long as all others together
    return testing::ValuesIn(kAreas);
}
inline auto every_name() {
    std::vector<const char*> names = kAreas;
    names.push_back("england");
    return testing::ValuesIn(names);
}
inline std::string as_test_name(const testing::TestParamInfo<const char*>& tested) {
    std::string name = tested.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

// A folder of this process alone, gone at its end.
class Folder {
public:
    Folder() : path_(std::filesystem::path(testing::TempDir()) / ("clout-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline const std::filesystem::path& folder() {
    static const Folder kFolder;
    return kFolder.path();
}

// A file in it.
inline std::filesystem::path written(const std::string& text) {
    static int count = 0;
    const auto file = folder() / ("scene-" + std::to_string(count++) + ".yaml");
    std::ofstream(file) << text;
    return file;
}

inline Library library(const std::filesystem::path& file, const std::vector<Override>& overrides = {}) {
    auto read = read_library(file, overrides);
    std::string problems;
    for (const Problem& problem : read.problems()) {
        if (problem.severity == Severity::error) problems += to_text(problem) + '\n';
    }
    EXPECT_TRUE(static_cast<bool>(read)) << problems;
    return read ? std::move(read).value() : Library{};
}

inline const Scenario& arm(const Library& library, const std::string& name) {
    const auto found =
        std::find_if(library.arms.begin(), library.arms.end(), [&](const Arm& a) { return a.name == name; });
    EXPECT_NE(found, library.arms.end()) << "no arm " << name;
    return found->scenario;
}

// Calls act(system) for every arm of a scenario of the library.
template <class Act>
void each_arm(const std::string& name, Act act) {
    const Library read = library(scenario_file(name));
    for (const Arm& arm : read.arms) {
        SCOPED_TRACE(arm.name);
        act(compile(arm.scenario));
    }
}

// The arms named, run together on the same luck; one outcome an arm.
inline std::vector<Outcome> play(const Library& library, const std::vector<std::string>& arms,
                                 std::size_t replicates, std::size_t threads = 2) {
    std::vector<System> systems;
    for (const std::string& name : arms) systems.push_back(compile(arm(library, name)));
    std::vector<const System*> played;
    for (const System& system : systems) played.push_back(&system);
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = {threads};
    return run_ensemble(played, options);
}

// Every replicate's last year of one measure.
inline std::vector<double> last_year(const Outcome& outcome, const std::string& measure) {
    const auto row = find_quantity(outcome, measure);
    EXPECT_TRUE(row.has_value()) << measure;
    if (!row) return {};
    const auto values = outcome.last(*row);
    return {values.begin(), values.end()};
}

inline Difference difference_in(const Outcome& arm, const Outcome& baseline, const std::string& measure) {
    return summarise_differences(paired_differences(arm, baseline, measure));
}

}  // namespace clout::scenes
