#include "engine/study/scenario_bundle.hpp"

#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/source_text.hpp"

#include <stdexcept>

namespace clout {

ScenarioBundle bundle_of(const Library& library) {
    ScenarioBundle bundle{library.merged, {}};
    for (const Arm& arm : library.arms) {
        for (const OrganisationKind& kind : arm.scenario.organisations) {
            if (!kind.from_roster || bundle.rosters.contains(kind.roster_file)) continue;
            const std::string path = joined_path(folder_of(library.file), kind.roster_file);
            FileBytes read = library.provider.read(path, kLargestRoster);
            if (!read.bytes)
                throw std::runtime_error("the roster " + path + " cannot be read again: " +
                                         (read.missing ? "there is no such file" : read.trouble));
            bundle.rosters[kind.roster_file] = std::move(*read.bytes);
        }
    }
    return bundle;
}

Result<Library> read_bundle(const ScenarioBundle& bundle, const std::string& file,
                            const std::vector<Override>& overrides) {
    std::map<std::string, std::string> files{{normal_path(file), bundle.text}};
    for (const auto& [below, text] : bundle.rosters)
        files[normal_path(joined_path(folder_of(file), below))] = text;
    return read_library(file, overrides, files_from([files](const std::string& path) {
                            const auto found = files.find(normal_path(path));
                            return found == files.end() ? std::nullopt : std::optional(found->second);
                        }));
}

}  // namespace clout
