#include "engine/report/files/study_folder.hpp"

#include "engine/report/json/json_manifest.hpp"

#include <utility>

namespace clout {

void write_study(const std::filesystem::path& folder, const StudyOrigin& origin, StudyFiles study,
                 const std::function<bool()>& stop) {
    Manifest manifest{
        &origin.provenance,        origin.scenario.text,   origin.command, std::move(study.arms), {},
        std::move(study.baseline), origin.scenario.rosters};
    for (const ResultFile& file : study.files) {
        manifest.files.push_back(file.name);
    }
    study.files.push_back({kManifestName, manifest_json(manifest)});
    write_folder(folder, study.files, stop);
}

}  // namespace clout
