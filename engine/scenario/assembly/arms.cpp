#include "engine/scenario/assembly/arms.hpp"

#include "engine/base/spelling.hpp"
#include "engine/scenario/assembly/roster.hpp"
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/language/form.hpp"
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/language/typed_reader.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/yaml_text.hpp"

#include <algorithm>
#include <unordered_set>

namespace clout {
namespace {

std::string text_of(const Node* map, std::string_view key, const std::string& otherwise) {
    const Node* node = map ? map->find(key) : nullptr;
    return node && node->is_scalar() ? node->text : otherwise;
}

class Arms {
public:
    Arms(const std::string& file, const Node& document, const FileProvider& provider, Files& files,
         std::vector<Problem> told)
        : document_(document),
          files_(files),
          shared_(files),
          rosters_(folder_of(file), provider, files, shared_) {
        for (Problem& problem : told) shared_.add(std::move(problem));
        library_.file = file;
        library_.provider = provider;
    }

    Result<Library> build() {
        const Node* arms = document_.find("arms");
        if (!arms || !arms->is_map() || arms->entries.empty()) {
            add_arm("base", nullptr);
        } else {
            for (const Entry& arm : arms->entries) add_arm(arm.key, &arm.value);
        }
        check_unused_levers();
        check_idle_bodies();
        find_baseline();
        list_levers();
        std::vector<std::string> names;
        for (const Arm& arm : library_.arms) names.push_back(arm.name);
        std::vector<Problem> problems = merge_problems(shared_.take(), by_arm_, names);
        const bool wrong = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
            return problem.severity == Severity::error;
        });
        if (wrong) return problems;
        library_.merged = yaml_text(document_);
        return {std::move(library_), std::move(problems)};
    }

private:
    void add_arm(const std::string& name, const Node* arm) {
        Node merged = document_;
        Arm row;
        row.name = name;
        row.label = text_of(arm, "label", name);
        apply_levers(arm, row, merged);
        if (const Node* patch = arm ? arm->find("patch") : nullptr; patch && patch->is_map())
            merge_patch(merged, *patch);
        by_arm_.push_back(read(merged, row.scenario));
        library_.arms.push_back(std::move(row));
    }

    void apply_levers(const Node* arm, Arm& row, Node& merged) {
        const Node* pulled = arm ? arm->find("levers") : nullptr;
        const Node* levers = document_.find("levers");
        if (!pulled || !levers) return;
        for (const Node& name : pulled->items) {
            const Node* lever = name.is_scalar() ? levers->find(name.text) : nullptr;
            if (!lever) continue;
            row.levers.push_back(name.text);
            used_.insert(name.text);
            if (const Node* patch = lever->find("patch"); patch && patch->is_map())
                merge_patch(merged, *patch);
        }
    }

    std::vector<Problem> read(const Node& merged, Scenario& scenario) {
        Problems problems(files_);
        const Names names(merged);
        const TreeIndex tree(merged);
        check_form(merged, document_form(), names, problems);
        scenario = typed_scenario(merged, names);
        rosters_.fill(scenario, tree, names, problems);
        validate({tree, scenario, names, problems});
        note_bodies(tree, scenario);
        return problems.take();
    }

    // A body that says nothing of members in any arm is probably misspelt; `members: {}` is meant.
    void note_bodies(const TreeIndex& tree, const Scenario& scenario) {
        for (const BodyKind& body : scenario.bodies) {
            const std::string path = "bodies." + body.name;
            const Node *node = tree.at(path), *members = tree.at(path + ".members");
            if (!node->is_map() || members)
                alive_.insert(body.name);
            else
                idle_.push_back({body.name, tree.mark(path)});
        }
    }

    void check_idle_bodies() {
        std::unordered_set<std::string> told;
        for (const auto& [name, place] : idle_) {
            if (alive_.contains(name) || !told.insert(name).second) continue;
            const std::vector<std::string> known(alive_.begin(), alive_.end());
            const bool set = files_.name(place.file) == "--set";
            Problems& to = shared_;
            const std::string message =
                "the body '" + name + "' has no members in any arm, so it does not exist";
            const std::string near = to.crowded() ? std::string{} : nearest(name, known);
            const std::string hint =
                near.empty() ? "give it members, or check the name" : "did you mean '" + near + "'?";
            set ? to.error(place, "bodies." + name, message, hint)
                : to.warn(place, "bodies." + name, message, hint);
        }
    }

    void check_unused_levers() {
        const Node* levers = document_.find("levers");
        if (!levers) return;
        for (const Entry& lever : levers->entries) {
            const Node* patch = lever.value.find("patch");
            if (!patch || used_.contains(lever.key)) continue;
            check_patch(*patch, "levers." + lever.key + ".patch", shared_);
        }
    }

    void find_baseline() {
        const std::string name = text_of(&document_, "baseline", library_.arms.front().name);
        for (std::size_t row = 0; row < library_.arms.size(); ++row) {
            if (library_.arms[row].name == name) library_.baseline = row;
        }
    }

    void list_levers() {
        const Node* levers = document_.find("levers");
        if (!levers) return;
        for (const Entry& lever : levers->entries) {
            library_.lever_labels.emplace_back(lever.key, text_of(&lever.value, "label", lever.key));
        }
    }

    struct Idle {
        std::string name;
        Mark mark;
    };

    const Node& document_;
    Files& files_;
    Problems shared_;
    Rosters rosters_;
    Library library_;
    std::vector<std::vector<Problem>> by_arm_;
    std::unordered_set<std::string> used_, alive_;
    std::vector<Idle> idle_;
};

}  // namespace

Result<Library> build_library(const std::string& file, const Node& document, const FileProvider& provider,
                              Files& files, std::vector<Problem> told) {
    return Arms(file, document, provider, files, std::move(told)).build();
}

}  // namespace clout
