// The bits of whole runs, for any compiler, optimisation, target, number of threads and of lanes:
//   fingerprint [scene…]            plays the scenes (or all) in every way and compares with expected.txt
//   fingerprint --accept [scene…]   writes what they give into expected.txt, if every way gives the same
// A fingerprint stands for every value of one arm's outcome, so that a build is held to what another
// computed.
#include "engine/base/fingerprint.hpp"
#include "engine/protocols/shelf.hpp"
#include "engine/run/block_plan.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/system/compile.hpp"
#include "tests/turbulent.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace clout {
namespace {

namespace fs = std::filesystem;

std::vector<std::size_t> threads_to_try() {
    if (parallel_backend() == std::string_view("serial")) return {1};
    return {1, 2, 3, 4, 5, 6, 7, 8};
}
constexpr auto kLanes = kBlockLanes;

// 17 replicates are a full block of 16 and another with one replicate in it, and likewise with 8 lanes.
struct Scene {
    const char* name;
    const char* file;  // below scenarios/; empty = tests/turbulent.hpp
    std::size_t replicates = 17;
    bool every_protocol = false;  // its first arm under each; else every arm as the file has it
    std::vector<Override> overrides = {};
};

const std::vector<Scene> kScenes{
    {"one-area", "one-area.yaml", 17, false, {{"clock.years", "2"}}},
    {"one-area-protocols", "one-area.yaml", 17, true, {{"clock.years", "2"}}},
    {"greater-manchester", "greater-manchester.yaml", 17, false, {{"clock.years", "1"}}},
    {"bob", "bob.yaml", 17, false, {{"clock.years", "1"}}},
    {"bob-protocols", "bob.yaml", 9, true, {{"clock.years", "1"}}},
    {"contest", "classics/contest.yaml"},
    {"emission-standards", "classics/emission-standards.yaml"},
    {"four-people", "classics/four-people.yaml"},
    {"nash-split", "classics/nash-split.yaml"},
    {"ten-seats", "classics/ten-seats.yaml"},
    {"turbulent", "", 70, true},
    // So many that the organisations of one block are divided among threads.
    {"wide", "", 9, false, {{"organisations.practice.per_place", "2000"}, {"clock.years", "2"}}},
};

// "scene arm" or "scene arm protocol" to the fingerprint of what it gives.
using Fingerprints = std::map<std::string, std::string>;

const fs::path kExpected = fs::path(CLOUT_ROOT) / "tests" / "determinism" / "expected.txt";

Fingerprints expected() {
    Fingerprints found;
    std::ifstream file(kExpected);
    for (std::string line; std::getline(file, line);) {
        const std::size_t gap = line.rfind(' ');
        if (gap != std::string::npos && line[0] != '#') found[line.substr(0, gap)] = line.substr(gap + 1);
    }
    return found;
}

void write(const Fingerprints& found) {
    std::ofstream file(kExpected);
    file << "# Scene, arm, protocol: every value of the outcome in 64 bits. Every build must give these "
            "bits;\n"
            "# `fingerprint --accept` writes them anew (fingerprint.cpp, beside this file).\n";
    for (const auto& [name, bits] : found) file << name << ' ' << bits << '\n';
}

// What stands in a scene's file; empty, and said why, where it cannot be read.
std::vector<Arm> arms_of(const Scene& scene) {
    fs::path file = fs::path(CLOUT_ROOT) / "scenarios" / scene.file;
    const fs::path written =
        fs::temp_directory_path() / (std::to_string(::getpid()) + "-clout-fingerprint.yaml");
    if (scene.file[0] == '\0') std::ofstream(file = written) << scenes::kTurbulent;
    auto read = read_library(file.string(), scene.overrides);
    if (scene.file[0] == '\0') fs::remove(written);
    for (const Problem& problem : read.problems()) {
        if (!read) std::fprintf(stderr, "%s: %s\n", scene.name, to_text(problem).c_str());
    }
    return read ? std::move(read.value().arms) : std::vector<Arm>{};
}

// Every system of a scene, under the name of its line in the file.
std::map<std::string, System> systems_of(const Scene& scene) {
    std::map<std::string, System> systems;
    for (Arm& arm : arms_of(scene)) {
        const std::string name = std::string(scene.name) + ' ' + arm.name;
        if (!scene.every_protocol) {
            systems.emplace(name, compile(arm.scenario));
            continue;
        }
        for (const std::string_view protocol : Protocols::names()) {
            for (auto& body : arm.scenario.bodies) body.protocol = protocol;
            systems.emplace(name + ' ' + std::string(protocol), compile(arm.scenario));
        }
        break;
    }
    return systems;
}

// Arm by arm, so that there are fewer blocks than threads as well as more.
std::string fingerprint(const System& system, std::size_t replicates, std::size_t threads,
                        std::size_t lanes) {
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = {threads};
    options.lanes = lanes;
    const System* const systems[] = {&system};
    const auto values = run_ensemble(systems, options)[0].values;
    char text[17];
    std::snprintf(text, sizeof text, "%016llx",
                  static_cast<unsigned long long>(Fingerprint().add(values).value()));
    return text;
}

// Whether a system gives `bits` in every way; empty bits are those of the first way. Says what else comes
// out.
bool same_in_every_way(const std::string& name, const System& system, std::size_t replicates,
                       std::string& bits) {
    std::map<std::string, std::vector<std::string>> others;  // other bits, and the ways that gave them
    for (const std::size_t lanes : kLanes) {
        for (const std::size_t threads : threads_to_try()) {
            const bool tried = lanes == kLanes[0] || threads == 1 || threads == 2 || threads == 7;
            if (!tried) continue;  // pairs of the two would only take longer
            const std::string found = fingerprint(system, replicates, threads, lanes);
            if (bits.empty()) bits = found;
            if (found == bits) continue;
            others[found].push_back(std::to_string(threads) + " threads, " + std::to_string(lanes) +
                                    " lanes");
        }
    }
    for (const auto& [found, ways] : others) {
        std::printf("%s: not %s but %s in %zu ways, the first: %s\n", name.c_str(), bits.c_str(),
                    found.c_str(), ways.size(), ways[0].c_str());
    }
    return others.empty();
}

// Plays a scene and compares, or, if `accepting`, replaces what was expected of it.
bool hold(const Scene& scene, bool accepting, Fingerprints& known) {
    const auto systems = systems_of(scene);
    bool same = !systems.empty();
    if (accepting) {
        std::erase_if(
            known, [&](const auto& line) { return line.first.starts_with(scene.name + std::string(" ")); });
    }
    for (const auto& [name, system] : systems) {
        std::string& bits = known[name];
        if (bits.empty() && !accepting) {
            std::printf("%s is not in %s: fingerprint --accept %s\n", name.c_str(),
                        kExpected.string().c_str(), scene.name);
            same = false;
        }
        same = same_in_every_way(name, system, scene.replicates, bits) && same;
    }
    std::printf("%s: %zu arms, each in %zu ways: %s\n", scene.name, systems.size(),
                threads_to_try().size() * std::size(kLanes), same ? "the same bits" : "NOT the same bits");
    return same;
}

// The scenes of that name, or all of them.
std::vector<Scene> scenes_called(const std::vector<std::string>& names) {
    if (names.empty()) return kScenes;
    std::vector<Scene> found;
    for (const std::string& name : names) {
        const auto scene =
            std::find_if(kScenes.begin(), kScenes.end(), [&](const Scene& s) { return s.name == name; });
        if (scene == kScenes.end()) {
            std::fprintf(stderr, "fingerprint: there is no scene '%s'\n", name.c_str());
            std::exit(2);
        }
        found.push_back(*scene);
    }
    return found;
}

int run(std::vector<std::string> words) {
    const bool accepting = !words.empty() && words[0] == "--accept";
    if (accepting) words.erase(words.begin());
    Fingerprints known = accepting && words.empty() ? Fingerprints{} : expected();
    bool same = true;
    for (const Scene& scene : scenes_called(words)) same = hold(scene, accepting, known) && same;
    if (accepting && same) write(known);
    return same ? 0 : 1;
}

}  // namespace
}  // namespace clout

int main(int count, char** words) { return clout::run({words + 1, words + count}); }
