#include "engine/scenario/assembly/combinations.hpp"

#include "engine/base/assert.hpp"
#include "engine/scenario/assembly/roster.hpp"
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/language/form.hpp"
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/language/typed_reader.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/yaml_door.hpp"
#include "engine/scenario/text/yaml_text.hpp"

#include <algorithm>

namespace clout {
namespace {

// A table of the document by itself; empty where there is none.
Node taken_out(Node& document, std::string_view key) {
    Node table = Node::map();
    if (Node* found = document.find(key)) table = std::move(*found);
    std::erase_if(document.entries, [&](const Entry& entry) { return entry.key == key; });
    return table;
}

const Node* patch_in(const Node& table, const std::string& name) {
    const Node* entry = table.find(name);
    const Node* patch = entry ? entry->find("patch") : nullptr;
    return patch && patch->is_map() && !patch->entries.empty() ? patch : nullptr;
}

}  // namespace

struct Combiner::Desk {
    Files files;
    Problems told{files};
    Rosters rosters;
    std::string file;
    Node document, levers, arms;  // the document without levers and arms, which need not be read again

    explicit Desk(const Library& library)
        : rosters(folder_of(library.file), library.provider, files, told), file(library.file) {
        auto parsed = parse_yaml(library.merged, files.add(library.file), told);
        CLOUT_ASSERT(parsed, "a merged scenario that we wrote reads back");
        document = std::move(*parsed);
        levers = taken_out(document, "levers");
        arms = taken_out(document, "arms");
        (void)taken_out(document, "baseline");
    }

    // What is wrong has no line: the text it was read from is in no file.
    [[nodiscard]] std::vector<Problem> errors(std::vector<Problem> problems, const std::string& name) const {
        std::erase_if(problems, [](const Problem& problem) { return problem.severity != Severity::error; });
        for (Problem& problem : problems) {
            problem.file = file;
            problem.line = problem.column = 0;
            problem.message += " (in " + name + ")";
        }
        return problems;
    }
};

Combiner::Combiner(const Library& library) : desk_(std::make_unique<Desk>(library)) {}
Combiner::~Combiner() = default;

std::string Combiner::own_changes(const std::string& arm) const {
    const Node* patch = patch_in(desk_->arms, arm);
    return patch ? yaml_text(*patch) : std::string();
}

Result<Scenario> Combiner::scenario(const Combination& combination) {
    Node merged = desk_->document;
    for (const std::string& lever : combination.levers) {
        if (const Node* patch = patch_in(desk_->levers, lever)) merge_patch(merged, *patch);
    }
    for (const std::string& arm : combination.arms) {
        if (const Node* patch = patch_in(desk_->arms, arm)) merge_patch(merged, *patch);
    }
    Problems problems(desk_->files);
    const Names names(merged);
    const TreeIndex tree(merged);
    check_form(merged, document_form(), names, problems);
    Scenario scenario = typed_scenario(merged, names);
    desk_->rosters.fill(scenario, tree, names, problems);
    validate({tree, scenario, names, problems});
    for (const Problem& problem : desk_->told.list())  // a roster that has gone or changed meanwhile
        problems.add(problem);
    if (problems.has_errors()) return desk_->errors(problems.take(), combination.name);
    return scenario;
}

}  // namespace clout
