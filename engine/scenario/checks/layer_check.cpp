#include "engine/scenario/checks/layer_check.hpp"

#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/text/number_advice.hpp"
#include "engine/scenario/text/paths.hpp"

namespace clout {
namespace {

// Labels and titles stand in tables and headings: each run of line ends, tabs and spaces becomes one space.
std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == '\n' || c == '\t' || c == ' ';
        if (!space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

class LayerCheck {
public:
    LayerCheck(const std::string& folder, bool stands_alone, Problems& problems)
        : folder_(folder), stands_alone_(stands_alone), problems_(problems) {}

    void check(Node& node, const std::string& path, Region region) {
        for (Node& item : node.items) {
            if (item.is_null()) fail(item.mark, path, "an empty item in a list", "remove it");
            check(item, path, region);
        }
        std::erase_if(node.items, [](const Node& item) { return item.is_null(); });
        mend_torn_thousands(node, path);
        for (Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            if (entry.value.is_null() && stands_alone_ && region != Region::patch) {
                fail(entry.mark, here, "there is nothing after '" + entry.key + ":'",
                     "give it a value or leave the key out; null removes a key and there is nothing to "
                     "remove here");
            }
            if ((entry.key == "label" || here == "title") && entry.value.is_scalar())
                entry.value.text = in_one_line(entry.value.text);
            if (entry.key == "roster" && entry.value.is_scalar()) rebase(entry.value, here);
            check(entry.value, here, step_into(region, entry.key));
        }
    }

private:
    // {income: 1,286,000} holds income 1 and two keys without a value, 286 and 000.
    void mend_torn_thousands(Node& map, const std::string& path) {
        for (std::size_t at = 0; at + 1 < map.entries.size(); ++at) {
            Entry& entry = map.entries[at];
            std::string written = entry.value.text;
            if (!entry.value.is_scalar() || entry.value.quoted || written.empty()) continue;
            std::size_t next = at + 1;
            for (; next < map.entries.size() && is_torn(map.entries[next]); ++next)
                written += ',' + map.entries[next].key;
            const std::string whole = next == at + 1 ? std::string() : without_thousands(written, ',');
            if (whole.empty()) continue;
            fail(entry.value.mark, join_path(path, entry.key),
                 "found " + written + "; inside braces a comma ends the value",
                 "leave out the commas: " + whole);
            map.entries.erase(map.entries.begin() + static_cast<std::ptrdiff_t>(at + 1),
                              map.entries.begin() + static_cast<std::ptrdiff_t>(next));
        }
    }

    static bool is_torn(const Entry& entry) {
        const std::string digits = entry.key.substr(0, entry.key.find('.'));
        return entry.value.is_null() && digits.size() == 3 &&
               digits.find_first_not_of("0123456789") == std::string::npos;
    }

    void rebase(Node& roster, const std::string& path) {
        if (const auto target = path_inside("", roster.text)) {
            roster.text = normal_path(joined_path(folder_, *target));
            return;
        }
        fail(roster.mark, path, "the roster '" + roster.text + "' is outside the folder of this file",
             "put it into that folder and give its path from there");
        roster.text.clear();
    }

    void fail(Mark mark, std::string path, std::string message, std::string hint) {
        problems_.error(mark, std::move(path), std::move(message), std::move(hint));
    }

    const std::string& folder_;
    bool stands_alone_;
    Problems& problems_;
};

void warn_of_idle_nulls(const Node& layer, const Node* below, const std::string& path, Region region,
                        Problems& problems) {
    if (region == Region::patch) return;
    for (const Entry& entry : layer.entries) {
        const std::string here = join_path(path, entry.key);
        const Node* found = below ? below->find(entry.key) : nullptr;
        if (entry.value.is_null() && !found) {
            problems.warn(entry.mark, here, "there is no '" + entry.key + "' here to remove",
                          "check the name, or leave this out");
        }
        warn_of_idle_nulls(entry.value, found, here, step_into(region, entry.key), problems);
    }
}

}  // namespace

bool leads_out(const FileProvider& provider, const std::string& folder, const std::string& below) {
    const std::string home = provider.identity(folder.empty() ? "." : folder),
                      target = provider.identity(joined_path(folder, below));
    // Neither is absolute where files are in memory, nor the target where there is no such file: no links
    // there.
    if (!home.starts_with('/') || !target.starts_with('/')) return false;
    return !target.starts_with(home.ends_with('/') ? home : home + '/');
}

void check_layer(Node& layer, const std::string& folder, bool stands_alone, Problems& problems) {
    LayerCheck(folder, stands_alone, problems).check(layer, "", Region::document);
}

void warn_of_idle_nulls(const Node& layer, const Node& below, Problems& problems) {
    warn_of_idle_nulls(layer, &below, "", Region::document, problems);
}

}  // namespace clout
