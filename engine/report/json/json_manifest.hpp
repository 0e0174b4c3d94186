// The manifest of a folder of results: where its figures come from, and all that is needed to play them
// again.
#pragma once

#include "engine/study/provenance.hpp"
#include "engine/study/scenario_bundle.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct Manifest {
    const Provenance* provenance = nullptr;
    std::string scenario_text;             // the merged scenario as YAML
    std::string command;                   // as typed
    std::vector<std::string> arms, files;  // files beside the manifest
    std::string baseline;
    std::map<std::string, std::string> rosters = {};  // their texts, by path below the scenario's folder
};
[[nodiscard]] std::string manifest_json(const Manifest& manifest);

// Of a study of many points that was written down.
struct StudyManifest {
    ScenarioBundle bundle;
    std::uint64_t content = 0;  // hash of what the store holds (Store::content)
    std::vector<std::string> arms, numbers, files;
    std::string design, keep, command;
    std::size_t size = 0, seed = 0, replicates = 0, years = 0;
    std::size_t points = 0, missing = 0;  // that are written down; that were not played, or failed
};
[[nodiscard]] std::string study_manifest_json(const StudyManifest& manifest);

// The files a manifest lists; nothing where the text is no manifest of ours.
[[nodiscard]] std::optional<std::vector<std::string>> manifest_files(const std::string& text);

// What a manifest says, of those things that are needed to play it again.
struct ReadManifest {
    std::string version;  // of the program that wrote it
    int results = 0;      // its number of results (provenance.hpp)
    std::string file, command, baseline;
    std::vector<std::string> arms, files;
    std::vector<std::string> settings;  // "path=value", laid over the file
    std::size_t replicates = 0;         // finished
    bool stopped_early = false;
    ScenarioBundle bundle;
};
[[nodiscard]] std::optional<ReadManifest> read_manifest(const std::string& text);

// A manifest without what may differ where everything is as it was: version, command, seconds.
[[nodiscard]] std::string lasting_part(const std::string& manifest);

}  // namespace clout
