#include "engine/face/scenario.hpp"

#include "engine/face/inside.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "engine/scenario/language/schema.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/files.hpp"

namespace clout::face {
namespace {

Result<Library> read(const Source& source) {
    std::vector<Override> overrides;
    for (const Setting& setting : source.settings) {
        overrides.push_back({setting.path, setting.value});
    }
    return source.files ? read_library(source.path, overrides, files_from(source.files))
                        : read_library(source.path, overrides);
}

Result<Scenario> held(Result<Library> read_in) {
    std::vector<Problem> problems = read_in.problems();
    if (!read_in) {
        return problems;
    }
    Scenario::Inside inside{std::move(read_in).value()};
    return {Scenario(std::make_shared<const Scenario::Inside>(std::move(inside))), std::move(problems)};
}

}  // namespace

Result<Scenario> load(const Source& source) { return held(read(source)); }

std::vector<Problem> check(const Source& source) { return read(source).problems(); }

std::string Scenario::title() const { return provenance_of(library_of(*this), baseline()).title; }

std::vector<ArmInfo> Scenario::arms() const {
    std::vector<ArmInfo> arms;
    for (std::size_t row = 0; row < library_of(*this).arms.size(); ++row) {
        const ArmScenario arm = arm_of(library_of(*this), row);
        arms.push_back({arm.name, arm.label, library_of(*this).arms[row].levers});
    }
    return arms;
}

std::size_t Scenario::baseline() const { return library_of(*this).baseline; }

std::size_t Scenario::replicates() const { return provenance_of(library_of(*this), baseline()).asked; }

std::string Scenario::merged() const { return library_of(*this).merged; }

Result<std::string> Scenario::resolved(const std::string& arm) const {
    const auto row = find_arm(library_of(*this), arm);
    if (!row) {
        return row.problems();
    }
    return resolved_yaml(library_of(*this), row.value());
}

Result<Scenario> Scenario::with(const std::vector<Setting>& settings) const {
    const Library& library = library_of(*this);
    std::vector<Override> overrides = library.overrides;
    for (const Setting& setting : settings) {
        overrides.push_back({setting.path, setting.value});
    }
    return held(read_library(library.file, overrides, library.provider));
}

std::string schema() { return schema_json(); }

std::string version() { return clout::version(); }

}  // namespace clout::face
