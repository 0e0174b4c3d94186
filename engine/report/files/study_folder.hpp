// A study's results as a folder: its files, and beside them the manifest that says where they come from.
#pragma once

#include "engine/report/files/folder.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/scenario_bundle.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace clout {

struct StudyFiles {
    std::vector<std::string> arms;  // names of those that were played
    std::string baseline;           // the one that others are held against
    std::vector<ResultFile> files;
};

// The only place where a manifest is made. `command`: as typed. Writes and throws as write_folder does.
struct StudyOrigin {
    const Provenance& provenance;
    const ScenarioBundle& scenario;
    std::string command;
};
void write_study(const std::filesystem::path& folder, const StudyOrigin& origin, StudyFiles study,
                 const std::function<bool()>& stop = {});

}  // namespace clout
