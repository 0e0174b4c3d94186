#include "tools/every_verb.hpp"

#include "engine/base/text.hpp"
#include "tools/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clout {
namespace {

constexpr std::uint64_t kMostReplicates = 10'000'000;
constexpr std::size_t kMostJobs = 4096;

constexpr std::array<std::pair<const char*, ProgressMode>, 5> kProgressModes{
    {{"auto", ProgressMode::automatic},
     {"bar", ProgressMode::bar},
     {"plain", ProgressMode::plain},
     {"json", ProgressMode::json},
     {"none", ProgressMode::none}}};

std::string check_progress_word(const std::string& text) {
    const auto same = [&](const auto& mode) { return text == mode.first; };
    const bool known = std::any_of(kProgressModes.begin(), kProgressModes.end(), same);
    return known ? "" : text + " is none of auto, bar, plain, json, none";
}

// Splits "path=value"; an empty path is no path.
std::optional<Override> to_override(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
        return std::nullopt;
    }
    return Override{text.substr(0, equals), text.substr(equals + 1)};
}

std::vector<std::string> those_that_do(bool Verb::Does::*what) {
    std::vector<std::string> names;
    for (const Verb& verb : verbs()) {
        if (verb.does.*what) {
            names.emplace_back(verb.name);
        }
    }
    return names;
}

}  // namespace

std::vector<Option> options_of_every(AskedOfEvery& asked) {
    Request& request = asked.request;
    return {{.label = "--set",
             .into = &asked.sets,
             .meaning = "a number or text of the scenario by its path; may be repeated",
             .value = "PATH=VALUE"},
            {.label = "--seed",
             .into = &asked.seed,
             .meaning = "another luck",
             .value = "N",
             .check = whole_number()},
            {.label = "--replicates",
             .into = &asked.replicates,
             .meaning = "how many futures",
             .value = "N",
             .check = whole_number(1, kMostReplicates)},
            {.label = "-j,--jobs",
             .into = &request.jobs,
             .meaning = "threads (default: all that this process may use)",
             .value = "N",
             .check = whole_number(1, kMostJobs)},
            {.label = "--out",
             .into = &request.out,
             .meaning = "also write the results into this folder",
             .value = "DIR"},
            {.label = "--json", .into = &request.json, .meaning = "print JSON instead of text"},
            {.label = "-q,--quiet", .into = &request.quiet, .meaning = "no progress, no warnings, no notes"},
            {.label = "-v,--verbose", .into = &request.verbose, .meaning = "say what is being done"},
            {.label = "--progress",
             .into = &asked.progress,
             .meaning = "on stderr: auto, bar, plain, json or none",
             .value = "HOW",
             .check = check_progress_word},
            {.label = "--no-color,--no-colour",
             .into = &request.no_colour,
             .meaning = "plain text on a terminal too"}};
}

std::string complete(AskedOfEvery& asked, const Verb& verb) {
    Request& request = asked.request;
    if (!request.out.empty() && !verb.does.files) {
        return "--out is for " + and_list(those_that_do(&Verb::Does::files));
    }
    if (request.json && !verb.does.json) {
        return "--json is for " + and_list(those_that_do(&Verb::Does::json));
    }
    if (!verb.does.plays && (!asked.sets.empty() || asked.seed || asked.replicates)) {
        return std::string("--set, --seed and --replicates change what is played, and ") + verb.name +
               " takes what is there as it is";
    }
    for (const auto& set : asked.sets) {
        auto override_ = to_override(set);
        if (!override_) {
            return "--set " + set + ": expected PATH=VALUE, as in --set bodies.pcn.mandate=0.8";
        }
        request.overrides.push_back(std::move(*override_));
    }
    if (asked.seed) {
        request.overrides.push_back({"seed", std::to_string(*asked.seed), "--seed"});
    }
    if (asked.replicates) {
        request.overrides.push_back({"replicates", std::to_string(*asked.replicates), "--replicates"});
    }
    for (const auto& [word, mode] : kProgressModes) {
        request.progress = asked.progress == word ? mode : request.progress;
    }
    return {};
}

}  // namespace clout
