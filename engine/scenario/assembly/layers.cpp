#include "engine/scenario/assembly/layers.hpp"

#include "engine/scenario/checks/layer_check.hpp"
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/yaml_advice.hpp"
#include "engine/scenario/text/yaml_door.hpp"

#include <algorithm>
#include <utility>

namespace clout {
namespace {

class Layers {
public:
    Layers(std::string root, const FileProvider& provider, Files& files, Problems& problems)
        : root_(std::move(root)), provider_(provider), files_(files), problems_(problems) {}

    // `below_root`: the file's path relative to the folder of the first file. `named_by`: where it is
    // extended; null for the first.
    std::optional<Node> read(const std::string& below_root, const Node* named_by) {
        const std::string path = joined_path(root_, below_root);
        FileBytes bytes = provider_.read(path, kLargestFile);
        if (bytes.missing && named_by != nullptr) {
            problems_.error(named_by->mark, "extends", "there is no file '" + path + "'",
                            "the path is relative to the file that names it");
            return std::nullopt;
        }
        const std::uint32_t file = files_.add(path);
        const auto text = checked_text(std::move(bytes), file, problems_);
        if (!text) return std::nullopt;
        auto document = parse_yaml(*text, file, problems_);
        if (!document || !check_root(*document)) return std::nullopt;
        const std::string folder = folder_of(below_root);
        const bool stands_alone = document->find("extends") == nullptr;
        check_layer(*document, folder, stands_alone, problems_);
        chain_.push_back(provider_.identity(path));
        return over_its_base(std::move(*document), folder);
    }

private:
    bool check_root(const Node& document) {
        if (document.is_map()) return true;
        const bool space = document.is_scalar() && !document.quoted && lacks_space_after_colon(document.text);
        problems_.error(
            document.mark, "",
            document.is_null() ? "the file is empty"
                               : "a scenario is a map of keys and values; this is " + describe(document),
            space ? "did you forget the space after the colon?" : "a scenario starts with 'clout: 1'");
        return false;
    }

    std::optional<Node> over_its_base(Node document, const std::string& folder) {
        Node merged = Node::map();
        merged.mark = document.mark;
        if (const Node* base = document.find("extends")) {
            const auto below = base_of(*base, folder);
            if (!below) return std::nullopt;
            auto read_base = read(*below, base);
            if (!read_base) return std::nullopt;
            merged = std::move(*read_base);
            std::erase_if(document.entries, [](const Entry& entry) { return entry.key == "extends"; });
            warn_of_idle_nulls(document, merged, problems_);
        }
        merge_document(merged, document);
        return merged;
    }

    std::optional<std::string> base_of(const Node& base, const std::string& folder) {
        if (!base.is_scalar() || base.text.empty()) {
            problems_.error(base.mark, "extends", "expected the path of a file, found " + describe(base));
            return std::nullopt;
        }
        auto below = path_inside(folder, base.text);
        if (!below) {
            problems_.error(base.mark, "extends", "'" + base.text + "' is outside the folder of the scenario",
                            "give a path from this file to one in that folder or below it");
            return std::nullopt;
        }
        if (leads_out(provider_, root_, *below)) {
            problems_.error(base.mark, "extends",
                            "'" + base.text + "' is a link that leads out of the folder of the scenario",
                            "put the file itself into that folder");
            return std::nullopt;
        }
        const std::string identity = provider_.identity(joined_path(root_, *below));
        if (std::find(chain_.begin(), chain_.end(), identity) != chain_.end()) {
            problems_.error(base.mark, "extends", "'" + base.text + "' extends this file in turn: a circle",
                            "one of the files must stand on its own");
            return std::nullopt;
        }
        return below;
    }

    std::string root_;
    const FileProvider& provider_;
    Files& files_;
    Problems& problems_;
    std::vector<std::string> chain_;
};

}  // namespace

std::optional<Node> read_layers(const std::string& file, const FileProvider& provider, Files& files,
                                Problems& problems) {
    return Layers(folder_of(file), provider, files, problems).read(file_name_of(file), nullptr);
}

}  // namespace clout
