#include "tools/replay.hpp"

#include "engine/base/log.hpp"
#include "engine/base/platform.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/study/store.hpp"
#include "tools/command_line.hpp"
#include "tools/exit_code.hpp"
#include "tools/terminal.hpp"
#include "tools/wording.hpp"

#include <algorithm>
#include <array>

namespace clout {
namespace {

// Verbs that write nothing but the folder that --out names. A folder may come from anybody, and so may its
// command.
constexpr std::array kHarmless{"compare",   "run",     "influence", "theories",
                               "attribute", "drivers", "threshold", "export"};

Command command_of(const std::string& line) {
    const auto read_words = shell_words(line);
    const std::vector<std::string> words = read_words ? *read_words : std::vector<std::string>{};
    if (words.size() < 2 || words.front() != "clout") {
        throw ForeignStore("the manifest's command is none of clout's: " + line);
    }
    const auto named = [&](const char* verb) { return words[1] == verb; };
    if (std::none_of(kHarmless.begin(), kHarmless.end(), named)) {
        throw ForeignStore("the manifest's command makes no folder of results: " + line);
    }
    auto read = read_command_line({words.begin() + 1, words.end()});
    if (!std::holds_alternative<Command>(read)) {
        throw ForeignStore("the manifest's command cannot be carried out again: " + line);
    }
    return std::get<Command>(std::move(read));
}

}  // namespace

ScratchFolder::ScratchFolder() {
    const auto all = std::filesystem::temp_directory_path();
    std::error_code error;
    for (int number = 0; path_.empty(); ++number) {
        const auto name = all / ("clout-" + std::to_string(process_number()) + "-" + std::to_string(number));
        if (std::filesystem::create_directory(name, error)) {
            path_ = name;
        } else if (error) {
            throw std::runtime_error("there can be no folder to play into: " + name.string() + ": " +
                                     error.message());
        }
    }
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

ReadManifest manifest_of(const std::string& folder) {
    const std::filesystem::path file = std::filesystem::path(folder) / kManifestName;
    auto manifest = std::filesystem::exists(file) ? read_manifest(read_whole(file)) : std::nullopt;
    if (!manifest) {
        throw ForeignStore(folder + " holds no results of clout: there is no " + kManifestName + " of ours");
    }
    if (manifest->results != results()) {
        throw ForeignStore(folder + " holds results number " + std::to_string(manifest->results) +
                           " (version " + manifest->version + "); this program makes number " +
                           std::to_string(results()) + ", whose figures are others");
    }
    return std::move(*manifest);
}

std::vector<Override> settings_of(const ReadManifest& manifest) {
    std::vector<Override> settings;
    for (const std::string& setting : manifest.settings) {
        const std::size_t equals = setting.find('=');
        settings.push_back({setting.substr(0, equals), setting.substr(equals + 1)});
    }
    return settings;
}

int play_again(const ReadManifest& manifest, const std::filesystem::path& out, const Request& request) {
    Command command = command_of(manifest.command);
    Request& again = command.request;
    again.kept = &manifest.bundle;
    again.out = out.string();
    again.jobs = request.jobs;
    again.quiet = request.quiet;
    again.progress = request.progress;
    if (manifest.stopped_early) {
        std::erase_if(again.overrides, [](const Override& one) { return one.path == "replicates"; });
        again.overrides.push_back({"replicates", std::to_string(manifest.replicates)});
    }
    const Hushed hushed;
    start_log(LogLevel::error, again.no_colour ? LogColour::never : LogColour::automatic);
    return command.run();
}

}  // namespace clout
