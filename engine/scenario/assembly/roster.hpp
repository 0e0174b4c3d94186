// Rosters: organisations named one by one in a CSV file (RFC 4180), and their place in a scenario.
#pragma once

#include "engine/base/file_provider.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/problems.hpp"
#include "engine/scenario/text/tree_index.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace clout {

// A file read once, whatever the number of arms that use it. Rows are as written: places are not looked up
// yet.
struct RosterFile {
    struct Line {
        RosterRow row;  // without its place
        std::string place;
        int line = 0;  // of the file, from 1
    };
    std::uint32_t file = 0;  // row in Files
    std::vector<Line> lines;
    bool sound = false;  // false: the problems have been told
};

// Parses the text of a roster. Every problem has the line it is on.
[[nodiscard]] RosterFile parse_roster(const std::string& text, std::uint32_t file, Problems& problems);

// The roster files of one scenario.
class Rosters {
public:
    // Paths of rosters are relative to `folder`.
    Rosters(std::string folder, FileProvider provider, Files& files, Problems& problems)
        : folder_(std::move(folder)), provider_(std::move(provider)), files_(files), problems_(problems) {}

    // Reads the rows of every kind that has a roster. What is wrong with a file is told once, among the
    // problems given to the constructor; what is wrong in one arm is told in `problems`. Kinds need an
    // income, or one in every row.
    void fill(Scenario& scenario, const TreeIndex& tree, const Names& names, Problems& problems);

    // Rows that stand for all others with the same place and memberships, for what asks no more of them.
    void sketch(Scenario& scenario, const Names& names);

private:
    const RosterFile& read(const std::string& below);

    std::string folder_;
    FileProvider provider_;
    Files& files_;
    Problems& problems_;
    std::unordered_map<std::string, std::unique_ptr<RosterFile>> read_;
};

}  // namespace clout
