// One scenario file as read: its arms, each a whole Scenario, and what was laid over it.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/override.hpp"
#include "engine/scenario/scenario.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Arm {
    std::string name, label;
    std::vector<std::string> levers;  // names, in the order they are applied
    Scenario scenario;
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
