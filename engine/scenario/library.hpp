// One scenario file as read: its arms, each a whole Scenario, and what was laid over it.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/override.hpp"
#include "engine/scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace clout {

// What an arm comes to: where two arms agree in both numbers they compute the same, where only `play` agrees
// they differ in blocs, which power indices alone read. Titles, labels, notes and sources count for nothing.
struct Effect {
    std::uint64_t play = 0, votes = 0;
    friend bool operator==(const Effect&, const Effect&) = default;
};

struct Arm {
    std::string name, label;
    std::vector<std::string> levers;  // names, in the order they are applied
    Scenario scenario;
    Effect effect;
    // What of its changes comes to nothing, and why: "'champion' comes to nothing: …".
    std::vector<std::string> idle;
};

struct Library {  // one file: all its arms
    std::string file;
    std::vector<Override> overrides;  // what was laid over the file, as asked
    std::vector<Arm> arms;            // at least one
    std::size_t baseline = 0;         // row in arms
    std::vector<std::pair<std::string, std::string>> lever_labels;
    std::string merged;     // the whole merged file as YAML (before arms): what a manifest embeds
    FileProvider provider;  // where its files came from
};

}  // namespace clout
