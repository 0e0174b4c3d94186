#include "engine/scenario/checks/settings.hpp"

#include "engine/base/text.hpp"

namespace clout {

Settings::Settings(const Node& document, const Files& files) {
    for (const Entry& entry : document.entries) {
        // Levers and arms are what replaces; they are not replaced.
        if (entry.key != "levers" && entry.key != "arms") collect(entry.value, entry.key, files);
    }
}

void Settings::collect(const Node& node, const std::string& path, const Files& files) {
    if (node.is_map() && !is_number_map(node)) {
        for (const Entry& entry : node.entries) collect(entry.value, join_path(path, entry.key), files);
    } else if (is_typed(files.name(node.mark.file))) {
        settings_.push_back({path, node.mark, {}});
    }
}

void Settings::look(const TreeIndex& merged) {
    for (Setting& setting : settings_) {
        const Node* node = merged.at(setting.path);
        if (!node || node->mark.file != setting.mark.file) setting.replaced_in.push_back(arms_);
    }
    ++arms_;
}

void Settings::tell(const std::vector<std::string>& arms, Problems& problems) const {
    for (const Setting& setting : settings_) {
        if (setting.replaced_in.empty()) continue;
        std::vector<std::string> names;
        for (const std::size_t arm : setting.replaced_in) names.push_back("'" + arms[arm] + "'");
        const bool all = names.size() == arms.size();
        problems.warn(setting.mark, setting.path,
                      all ? "every arm replaces this, so it changes nothing"
                          : (names.size() == 1 ? "arm " : "arms ") + and_list(names) +
                                (names.size() == 1 ? " replaces this" : " replace this") +
                                ", so it holds in the others only",
                      "to change it there, set it in the patch of the lever or the arm");
    }
}

}  // namespace clout
