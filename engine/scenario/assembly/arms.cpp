#include "engine/scenario/assembly/arms.hpp"

#include "engine/base/spelling.hpp"
#include "engine/scenario/assembly/roster.hpp"
#include "engine/scenario/checks/idle_changes.hpp"
#include "engine/scenario/checks/settings.hpp"
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
    return node && node->is_scalar() && !node->text.empty() ? node->text : otherwise;
}

bool has_error(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

class Arms {
public:
    Arms(const std::string& file, const Node& document, const Node* as_written, const FileProvider& provider,
         Files& files, std::vector<Problem> told)
        : document_(document),
          as_written_(as_written),
          files_(files),
          shared_(files),
          rosters_(folder_of(file), provider, files, shared_),
          settings_(document, files) {
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
        check_changes();
        std::vector<std::string> names;
        for (const Arm& arm : library_.arms) names.push_back(arm.name);
        std::vector<Problem> problems = merge_problems(shared_.take(), by_arm_, names);
        if (has_error(problems)) return problems;
        library_.merged = yaml_text(document_);
        return {std::move(library_), std::move(problems)};
    }

private:
    void add_arm(const std::string& name, const Node* arm) {
        Node merged = document_;
        Arm row;
        row.name = name;
        row.label = text_of(arm, "label", name);
        std::vector<Change> changes = changes_of(name, arm, row);
        Problems problems(files_);
        Node written = as_written_ ? *as_written_ : Node{};
        for (const Change& change : changes) {
            refuse_idle_nulls(merged, as_written_ ? &written : nullptr, change, problems);
            merge_patch(merged, *change.patch);
            if (as_written_) merge_patch(written, *change.patch);
        }
        read(merged, row.scenario, problems);
        by_arm_.push_back(problems.take());
        changes_.push_back(std::move(changes));
        library_.arms.push_back(std::move(row));
    }

    std::vector<Change> changes_of(const std::string& name, const Node* arm, Arm& row) {
        std::vector<Change> changes;
        const Node* pulled = arm ? arm->find("levers") : nullptr;
        const Node* levers = document_.find("levers");
        for (std::size_t at = 0; pulled && levers && at < pulled->items.size(); ++at) {
            const Node& lever = pulled->items[at];
            const Node* found = lever.is_scalar() ? levers->find(lever.text) : nullptr;
            if (!found) continue;
            row.levers.push_back(lever.text);
            used_.insert(lever.text);
            if (const Node* patch = found->find("patch"); patch && patch->is_map())
                changes.push_back({lever.text, "levers." + lever.text + ".patch", lever.mark, patch});
        }
        const Node* patch = arm ? arm->find("patch") : nullptr;
        if (patch && patch->is_map() && !patch->entries.empty())
            changes.push_back({"", "arms." + name + ".patch", patch->mark, patch});
        return changes;
    }

    void read(const Node& merged, Scenario& scenario, Problems& problems) {
        const Names names(merged);
        const TreeIndex tree(merged);
        check_form(merged, document_form(), names, problems);
        scenario = typed_scenario(merged, names);
        rosters_.fill(scenario, tree, names, problems);
        // What a roster that cannot be read would have held is not guessed at.
        validate({tree, scenario, names, problems}, !has_error(shared_.list()));
        note_bodies(tree, scenario);
        settings_.look(tree);
    }

    // Only of arms that are sound: what is wrong in itself may well change nothing.
    void check_changes() {
        const bool wrong =
            has_error(shared_.list()) || std::any_of(by_arm_.begin(), by_arm_.end(), has_error);
        if (wrong) return;
        IdleChanges idle(document_, as_written_, [this](const Node& merged) {
            const Names names(merged);
            Scenario scenario = typed_scenario(merged, names);
            rosters_.sketch(scenario, names);
            return scenario;
        });
        for (std::size_t row = 0; row < library_.arms.size(); ++row) {
            Problems problems(files_);
            idle.examine(changes_[row], library_.arms[row], problems);
            for (Problem& problem : problems.take()) by_arm_[row].push_back(std::move(problem));
        }
        tell_same_arms(library_, TreeIndex(document_), shared_);
        std::vector<std::string> names;
        for (const Arm& arm : library_.arms) names.push_back(arm.name);
        settings_.tell(names, shared_);
    }

    // A body that says nothing of members in any arm is probably misspelt; `members: {}` is meant.
    void note_bodies(const TreeIndex& tree, const Scenario& scenario) {
        for (const BodyKind& body : scenario.bodies) {
            const std::string path = "bodies." + body.name;
            const Node *node = tree.at(path), *members = tree.at(path + ".members");
            if (!node) continue;  // its name is none
            if (!node->is_map() || members)
                alive_.insert(body.name);
            else
                idle_.push_back({body.name, tree.mark(path)});
        }
    }

    void check_idle_bodies() {
        std::unordered_set<std::string> told;
        for (const auto& [name, mark] : idle_) {
            if (alive_.contains(name) || !told.insert(name).second) continue;
            const std::vector<std::string> known(alive_.begin(), alive_.end());
            const bool set = is_typed(files_.name(mark.file));
            Problems& to = shared_;
            const std::string message =
                "the body '" + name + "' has no members in any arm, so it does not exist";
            const std::string near = to.crowded() ? std::string{} : nearest(name, known);
            const std::string hint =
                near.empty() ? "give it members, or check the name" : "did you mean '" + near + "'?";
            set ? to.error(mark, "bodies." + name, message, hint)
                : to.warn(mark, "bodies." + name, message, hint);
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
    const Node* as_written_;
    Files& files_;
    Problems shared_;
    Rosters rosters_;
    Library library_;
    Settings settings_;
    std::vector<std::vector<Problem>> by_arm_;
    std::vector<std::vector<Change>> changes_;  // (arms)
    std::unordered_set<std::string> used_, alive_;
    std::vector<Idle> idle_;
};

}  // namespace

Result<Library> build_library(const std::string& file, const Node& document, const Node* as_written,
                              const FileProvider& provider, Files& files, std::vector<Problem> told) {
    return Arms(file, document, as_written, provider, files, std::move(told)).build();
}

}  // namespace clout
