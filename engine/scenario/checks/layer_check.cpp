#include "engine/scenario/checks/layer_check.hpp"

#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/text/paths.hpp"

namespace clout {
namespace {

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
        for (Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            if (entry.value.is_null() && stands_alone_ && region != Region::patch) {
                fail(entry.mark, here, "there is nothing after '" + entry.key + ":'",
                     "give it a value or leave the key out; null removes a key and there is nothing to "
                     "remove here");
            }
            if (entry.key == "roster" && entry.value.is_scalar()) rebase(entry.value, here);
            check(entry.value, here, step_into(region, entry.key));
        }
    }

private:
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

void check_layer(Node& layer, const std::string& folder, bool stands_alone, Problems& problems) {
    LayerCheck(folder, stands_alone, problems).check(layer, "", Region::document);
}

void warn_of_idle_nulls(const Node& layer, const Node& below, Problems& problems) {
    warn_of_idle_nulls(layer, &below, "", Region::document, problems);
}

}  // namespace clout
