// What tests of the scenario language share: a folder that goes away, a small sound scenario, and a look at
// problems.
#pragma once

#include "engine/scenario/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace clout::desk {

// The name of a case in a table of cases.
inline constexpr auto kNameOf = [](const auto& one) { return std::string(one.param.name); };

using Set = std::vector<Override>;  // what the command line sets

class Folder {
public:
    Folder() {
        static int count = 0;
        path_ = std::filesystem::path(testing::TempDir()) /
                ("clout-scenario-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path write(const std::string& name, std::string_view text) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

inline std::filesystem::path small_file() {
    return std::filesystem::path(CLOUT_ROOT) / "tests/unit/scenario/small.yaml";
}
inline std::string small_text() { return text_of(small_file()); }

// `text` with the first `from` replaced; the test fails where there is none.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "no '" << from << "' to replace";
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

inline std::string told(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + '\n';
    return text;
}

inline std::size_t errors_in(const std::vector<Problem>& problems) {
    return static_cast<std::size_t>(
        std::count_if(problems.begin(), problems.end(),
                      [](const Problem& problem) { return problem.severity == Severity::error; }));
}

inline Result<Library> read_text(std::string_view text, const std::vector<Override>& overrides = {}) {
    const Folder folder;
    return read_library(folder.write("it.yaml", text), overrides);
}
inline Result<Library> read_small(const std::vector<Override>& overrides = {}) {
    return read_library(small_file(), overrides);
}

// The small scenario is sound, and with `overrides` it still is.
inline Library sound(const std::vector<Override>& overrides = {}) {
    auto read = read_small(overrides);
    EXPECT_TRUE(static_cast<bool>(read)) << told(read.problems());
    return read ? std::move(read).value() : Library{};
}

inline const Problem* find(const std::vector<Problem>& problems, std::string_view path,
                           std::string_view part) {
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) {
        const std::string text = problem.message + "; " + problem.hint;
        return problem.path == path && text.find(part) != std::string::npos;
    });
    return found == problems.end() ? nullptr : &*found;
}

inline testing::AssertionResult tells(const std::vector<Problem>& problems, std::string_view path,
                                      std::string_view part) {
    if (find(problems, path, part)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "nobody says '" << part << "' of '" << path << "', but:\n"
                                       << told(problems);
}

}  // namespace clout::desk
