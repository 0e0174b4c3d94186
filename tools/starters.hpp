// The scenarios to start from: those beside an installed program or in the source tree, and one that is built
// in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct Starter {
    std::string name;            // "one-area"
    std::filesystem::path file;  // empty = built in
};

// By name, in alphabetical order; each name once.
[[nodiscard]] std::vector<Starter> starters();

// A file that comes with the program, by its path below the folder of scenarios; nothing where it is not
// there.
[[nodiscard]] std::optional<std::filesystem::path> shipped_file(const std::string& path);

// The YAML text. Throws std::runtime_error where the file cannot be read.
[[nodiscard]] std::string starter_text(const Starter& starter);

// Files that the starter's text, or one of these files, names by `extends` or `roster`: a copy needs them
// too. Relative to the starter's folder, each once.
[[nodiscard]] std::vector<std::filesystem::path> companions(const Starter& starter, const std::string& text);

}  // namespace clout
