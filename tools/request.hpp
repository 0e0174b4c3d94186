// What the user asked for, read from the command line.
#pragma once

#include "engine/scenario/override.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

enum class ProgressMode : std::uint8_t { automatic, bar, plain, json, none };

struct Request {
    std::string verb;
    std::string command;  // the whole line as typed, for the manifest

    // every verb
    std::vector<Override> overrides;  // --set, --seed and --replicates in one list, in that order
    std::optional<std::size_t> jobs;  // threads; absent = what this process may use
    std::string out;                  // folder for results; empty = none
    bool json = false, quiet = false, no_colour = false;
    int verbose = 0;
    ProgressMode progress = ProgressMode::automatic;

    // some verbs
    std::vector<std::string> files;  // scenarios; of `new`, the name
    std::string arm;                 // empty = the baseline
    std::vector<std::string> arms;   // empty = all
    std::optional<std::uint64_t> replicate;
    bool median = false, resolved = false, log = false, table = false;
    std::string from = "one-area";                      // of `new`
    std::optional<std::uint64_t> organisations, depth;  // of `new --from synthetic`
    std::string format;                                 // of `import`
    std::vector<std::string> protocols;                 // of `theories`; empty = the whole shelf
    std::string from_arm, to_arm, measure;              // of `attribute`; empty = its defaults
};

}  // namespace clout
