// What the user asked for, read from the command line: what every verb has. What is a verb's own stands in
// its file.
#pragma once

#include "engine/scenario/override.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

class Ranks;
struct ScenarioBundle;

enum class ProgressMode : std::uint8_t { automatic, bar, plain, json, none };

struct Request {
    std::string verb;
    std::string command;                // the whole line as typed, for the manifest
    std::vector<Override> overrides;    // --set, --seed and --replicates in one list, in that order
    std::optional<std::uint64_t> jobs;  // threads; absent = what this process may use
    std::string out;                    // folder for results; empty = none
    bool json = false, quiet = false, no_colour = false, verbose = false;
    ProgressMode progress = ProgressMode::automatic;
    // A scenario that is read instead of the file, where results are played again; else null.
    const ScenarioBundle* kept = nullptr;
    Ranks* ranks = nullptr;  // processes that play studies together; the program's, always there
};

}  // namespace clout
