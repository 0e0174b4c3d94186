#include "tools/starters.hpp"

#include "engine/base/text.hpp"
#include "engine/report/files/folder.hpp"
#include "tools/machine.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace clout {

extern const char* const kBuiltInStarter;  // one-area.yaml, made a string when the program was built

namespace {

namespace fs = std::filesystem;
constexpr const char* kBuiltInName = "one-area";

// Later ones win.
std::vector<fs::path> folders() {
    std::vector<fs::path> result{fs::path(CLOUT_ROOT) / "scenarios"};
    if (const fs::path own = own_path(); !own.empty()) {
        result.push_back(own.parent_path().parent_path() / "share" / "clout" / "scenarios");
    }
    return result;
}

// What stands behind `extends:` and `roster:` in the text of a scenario.
std::vector<std::string> files_named_in(const std::string& text) {
    std::vector<std::string> names;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        for (const std::string key : {"extends:", "roster:"}) {
            const std::size_t at = line.find(key);
            if (at == std::string::npos || line.find('#') < at) {
                continue;
            }
            const std::string value = line.substr(at + key.size());
            names.emplace_back(
                trimmed(std::string_view(value).substr(0, value.find_first_of(",}#")), " \t\r\"'"));
        }
    }
    return names;
}

}  // namespace

std::vector<Starter> starters() {
    std::map<std::string, fs::path> found{{kBuiltInName, {}}};
    for (const auto& folder : folders()) {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            if (entry.path().extension() == ".yaml") {
                found[entry.path().stem().string()] = entry.path();
            }
        }
    }
    std::vector<Starter> result;
    for (const auto& [name, file] : found) {
        result.push_back({name, file});
    }
    return result;
}

std::optional<fs::path> shipped_file(const std::string& path) {
    std::optional<fs::path> found;
    for (const fs::path& folder : folders()) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / path, ignored)) {
            found = folder / path;
        }
    }
    return found;
}

std::string starter_text(const Starter& starter) {
    return starter.file.empty() ? kBuiltInStarter : read_whole(starter.file);
}

std::vector<fs::path> companions(const Starter& starter, const std::string& text) {
    std::vector<fs::path> result;
    if (starter.file.empty()) {
        return result;
    }
    const fs::path folder = starter.file.parent_path();
    // Paths are relative to the file that names them; those found are looked through in their turn.
    const auto add_named_in = [&](const std::string& words, const fs::path& below) {
        for (const std::string& name : files_named_in(words)) {
            const fs::path file = (below / name).lexically_normal();
            std::error_code ignored;
            if (fs::is_regular_file(folder / file, ignored) &&
                std::find(result.begin(), result.end(), file) == result.end()) {
                result.push_back(file);
            }
        }
    };
    add_named_in(text, {});
    for (std::size_t at = 0; at < result.size(); ++at) {
        const fs::path file = result[at];
        if (file.extension() == ".yaml") {
            add_named_in(read_whole(folder / file), file.parent_path());
        }
    }
    return result;
}

}  // namespace clout
