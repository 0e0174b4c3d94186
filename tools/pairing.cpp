#include "tools/pairing.hpp"

#include "engine/base/log.hpp"
#include "engine/report/json/json.hpp"
#include "tools/interruption.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {

std::optional<Choice> choose_arms(const Library& library, const std::vector<std::string>& names) {
    Choice choice;
    for (const auto& name : names) {
        const auto row = find_arm(library, name);
        if (!row) {
            return std::nullopt;
        }
        if (std::find(choice.rows.begin(), choice.rows.end(), *row) == choice.rows.end()) {
            choice.rows.push_back(*row);
        }
    }
    for (std::size_t row = 0; names.empty() && row < library.arms.size(); ++row) {
        choice.rows.push_back(row);
    }
    const auto base = std::find(choice.rows.begin(), choice.rows.end(), library.baseline);
    choice.baseline = base == choice.rows.end() ? 0 : static_cast<std::size_t>(base - choice.rows.begin());
    return choice;
}

std::string why_not_alike(const std::string& base, const Scenario& baseline, const std::string& name,
                          const Scenario& other) {
    const auto differ = [&](const char* key, auto a, auto b) {
        return a == b ? std::string() : fmt::format("{} is {} in '{}' and {} in '{}'", key, a, base, b, name);
    };
    const Scenario &a = baseline, &b = other;
    for (const auto& why :
         {differ("clock.years", a.clock.years, b.clock.years),
          differ("clock.rounds_per_year", a.clock.rounds_per_year, b.clock.rounds_per_year),
          differ("seed", a.seed, b.seed), differ("stochastic", a.stochastic, b.stochastic)}) {
        if (!why.empty()) {
            return why;
        }
    }
    return {};
}

bool all_alike(const Library& library, const Choice& choice) {
    const Arm& base = library.arms[choice.rows[choice.baseline]];
    for (const std::size_t row : choice.rows) {
        const Arm& other = library.arms[row];
        const std::string why = why_not_alike(base.name, base.scenario, other.name, other.scenario);
        if (!why.empty()) {
            write_error("clout: " + library.file + ": these arms cannot be compared: " + why + "\n");
            return false;
        }
    }
    return true;
}

void write_study(const Request& request, const Library& library, StudyResults results) {
    if (request.out.empty()) {
        return;
    }
    Manifest manifest{results.provenance, library.merged, request.command, results.elapsed, results.arms, {},
                      results.baseline};
    for (const auto& file : results.files) {
        manifest.files.push_back(file.name);
    }
    results.files.push_back({kManifestName, manifest_json(manifest)});
    Interruption::while_writing(
        [&](const auto& abandon) { write_folder(request.out, results.files, abandon); });
    log(LogLevel::info, "results are in " + request.out);
}

}  // namespace clout
