// What the command line sets in a scenario.
#pragma once

#include <string>

namespace clout {

// `--set path=value`: laid over the file (after `extends`, before any arm), as if the file said so. `value`
// is YAML.
struct Override {
    std::string path;
    std::string value;
    std::string option = "--set";  // what was typed to ask for it: problems are told under this name
};

}  // namespace clout
