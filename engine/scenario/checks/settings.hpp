// What the command line sets (`--set`) and an arm sets again: it holds in the other arms only, or in none.
#pragma once

#include "engine/scenario/text/problems.hpp"
#include "engine/scenario/text/tree_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// Whether what Files calls so is an option of the command line, as in "--set"; no scenario begins like that.
[[nodiscard]] inline bool is_typed(std::string_view file) { return file.starts_with("--"); }

class Settings {
public:
    Settings(const Node& document, const Files& files);

    // One arm's merged document after the other.
    void look(const TreeIndex& merged);
    // Warns of those that arms have replaced; `arms` are the names of all that were looked at.
    void tell(const std::vector<std::string>& arms, Problems& problems) const;

private:
    struct Setting {
        std::string path;
        Mark mark;
        std::vector<std::size_t> replaced_in;  // arms
    };
    void collect(const Node& node, const std::string& path, const Files& files);

    std::vector<Setting> settings_;
    std::size_t arms_ = 0;
};

}  // namespace clout
