#include "engine/scenario/assembly/layers.hpp"

#include "engine/scenario/assembly/overrides.hpp"
#include "engine/scenario/checks/layer_check.hpp"
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/yaml_advice.hpp"
#include "engine/scenario/text/yaml_door.hpp"

#include <algorithm>
#include <system_error>

namespace clout {
namespace {

namespace fs = std::filesystem;

class Layers {
public:
    Layers(fs::path root, Files& files, Problems& problems)
        : root_(std::move(root)), files_(files), problems_(problems) {}

    // `below_root`: the file's path relative to the folder of the first file.
    std::optional<Node> read(const fs::path& below_root) {
        const fs::path path = root_ / below_root;
        const std::uint32_t file = files_.add(path.string());
        const auto text = read_text(path, file, kLargestFile, problems_);
        if (!text) return std::nullopt;
        auto document = parse_yaml(*text, file, problems_);
        if (!document || !check_root(*document)) return std::nullopt;
        const bool stands_alone = document->find("extends") == nullptr;
        check_layer(*document, below_root.parent_path(), stands_alone, problems_);
        chain_.push_back(identity(path));
        return over_its_base(std::move(*document), below_root.parent_path());
    }

private:
    static std::string identity(const fs::path& path) {
        std::error_code failure;
        const fs::path real = fs::weakly_canonical(path, failure);
        return (failure ? path.lexically_normal() : real).string();
    }

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

    std::optional<Node> over_its_base(Node document, const fs::path& folder) {
        Node merged = Node::map();
        merged.mark = document.mark;
        if (const Node* base = document.find("extends")) {
            auto below = base_of(*base, folder);
            if (!below) return std::nullopt;
            auto read_base = read(*below);
            if (!read_base) return std::nullopt;
            merged = std::move(*read_base);
            std::erase_if(document.entries, [](const Entry& entry) { return entry.key == "extends"; });
            warn_of_idle_nulls(document, merged, problems_);
        }
        merge_document(merged, document);
        return merged;
    }

    std::optional<fs::path> base_of(const Node& base, const fs::path& folder) {
        if (!base.is_scalar() || base.text.empty()) {
            problems_.error(base.mark, "extends", "expected the path of a file, found " + describe(base));
            return std::nullopt;
        }
        const auto below = inside(folder, base.text);
        if (!below) {
            problems_.error(base.mark, "extends", "'" + base.text + "' is outside the folder of the scenario",
                            "give a path from this file to one in that folder or below it");
            return std::nullopt;
        }
        const fs::path path = root_ / *below;
        std::error_code failure;
        if (std::find(chain_.begin(), chain_.end(), identity(path)) != chain_.end()) {
            problems_.error(base.mark, "extends", "'" + base.text + "' extends this file in turn: a circle",
                            "one of the files must stand on its own");
            return std::nullopt;
        }
        if (!fs::exists(path, failure)) {
            problems_.error(base.mark, "extends", "there is no file '" + path.string() + "'",
                            "the path is relative to the file that names it");
            return std::nullopt;
        }
        return below;
    }

    fs::path root_;
    Files& files_;
    Problems& problems_;
    std::vector<std::string> chain_;
};

}  // namespace

std::optional<Node> read_layers(const fs::path& file, const std::vector<Override>& overrides, Files& files,
                                Problems& problems) {
    Layers layers(file.parent_path(), files, problems);
    auto merged = layers.read(file.filename());
    if (merged) apply_overrides(*merged, overrides, files, problems);
    return merged;
}

}  // namespace clout
