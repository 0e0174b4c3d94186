#include "engine/report/json/json_manifest.hpp"

#include "engine/report/json/json_parts.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

bool is_ours(const Json& json) {
    return json.is_object() && json.contains("clout") && json.contains("scenario_text") &&
           json.contains("files");
}

std::string text_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_at(const Json& json, const char* key) {
    std::vector<std::string> texts;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) return texts;
    for (const auto& one : *found)
        if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

std::size_t whole_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
    Json json = provenance_json(*manifest.provenance);
    json["baseline"] = manifest.baseline;
    json["arms"] = manifest.arms;
    json["command"] = manifest.command;
    json["elapsed_seconds"] = manifest.provenance->elapsed;
    json["files"] = manifest.files;
    json["scenario_text"] = manifest.scenario_text;
    json["rosters"] = Json::object();
    for (const auto& [path, text] : manifest.rosters) json["rosters"][path] = text;
    return printed(json);
}

std::string study_manifest_json(const StudyManifest& manifest) {
    Json json{{"clout", version()},
              {"results", results()},
              {"content", fmt::format("{:016x}", manifest.content)},
              {"arms", manifest.arms},
              {"baseline", manifest.arms.front()},
              {"numbers", manifest.numbers},
              {"design", {{"name", manifest.design}, {"size", manifest.size}, {"seed", manifest.seed}}},
              {"keep", manifest.keep},
              {"replicates", manifest.replicates},
              {"years", manifest.years},
              {"points", manifest.points},
              {"missing", manifest.missing},
              {"command", manifest.command},
              {"files", manifest.files},
              {"scenario_text", manifest.bundle.text},
              {"rosters", Json::object()}};
    for (const auto& [path, text] : manifest.bundle.rosters) json["rosters"][path] = text;
    return printed(json);
}

std::optional<std::vector<std::string>> manifest_files(const std::string& text) {
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    return is_ours(json) ? std::optional(texts_at(json, "files")) : std::nullopt;
}

std::optional<ReadManifest> read_manifest(const std::string& text) {
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!is_ours(json)) return std::nullopt;
    ReadManifest read;
    read.version = text_at(json, "clout");
    read.results = static_cast<int>(whole_at(json, "results"));
    read.file = text_at(json, "file");
    read.command = text_at(json, "command");
    read.baseline = text_at(json, "baseline");
    read.arms = texts_at(json, "arms");
    read.files = texts_at(json, "files");
    read.settings = texts_at(json, "set");
    read.replicates = whole_at(json, "replicates");
    read.stopped_early = json.value("stopped_early", false);
    read.bundle.text = text_at(json, "scenario_text");
    if (json.contains("rosters") && json["rosters"].is_object())
        for (const auto& [path, roster] : json["rosters"].items())
            if (roster.is_string()) read.bundle.rosters[path] = roster.get<std::string>();
    return read;
}

std::string lasting_part(const std::string& manifest) {
    Json json = Json::parse(manifest, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) return manifest;
    for (const char* key : {"clout", "command", "elapsed_seconds"}) json.erase(key);
    return printed(json);
}

}  // namespace clout
