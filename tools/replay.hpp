// Results played again: the command that a manifest keeps, on the scenario that it keeps, into another
// folder.
#pragma once

#include "engine/report/json/json_manifest.hpp"
#include "tools/request.hpp"

#include <filesystem>
#include <string>

namespace clout {

// A folder of our own under the machine's for such things; it is gone when we are.
class ScratchFolder {
public:
    ScratchFolder();  // throws std::runtime_error where there can be none
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The manifest of a folder of results. Throws ForeignStore where there is none of ours, and where it is one
// of figures that this program no longer makes.
[[nodiscard]] ReadManifest manifest_of(const std::string& folder);

// The settings that were laid over a scenario, as --set has them.
[[nodiscard]] std::vector<Override> settings_of(const ReadManifest& manifest);

// Plays it into `out`, printing nothing, on as many threads and with such progress as `request` asks for. The
// exit code of the verb. Throws ForeignStore where the command is none of ours.
[[nodiscard]] int play_again(const ReadManifest& manifest, const std::filesystem::path& out,
                             const Request& request);

}  // namespace clout
