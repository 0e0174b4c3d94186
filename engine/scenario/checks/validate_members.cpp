// Entries of members that take only some instances of a kind.
#include "engine/base/spelling.hpp"
#include "engine/scenario/checks/instance_names.hpp"
#include "engine/scenario/checks/validate.hpp"

#include <algorithm>

namespace clout {
namespace {

void check_names_of(const Subject& subject, const std::string& path, const std::vector<std::string>& chosen,
                    const std::vector<std::string>& known) {
    const Node* list = subject.tree.at(path);
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        if (std::find(known.begin(), known.end(), chosen[at]) != known.end()) continue;
        const Mark mark = list && at < list->items.size() ? list->items[at].mark : subject.tree.mark(path);
        subject.problems.error(mark, path, "there is no instance '" + chosen[at] + "'",
                               subject.problems.crowded() ? "" : suggestion(chosen[at], known, "there are:"));
    }
}

void check_chosen(const Subject& subject, const BodyKind& body, const Member& member) {
    const std::string path = "bodies." + body.name + ".members." + member.name;
    if (subject.says(path + ".except") && subject.says(path + ".only"))
        subject.error(path + ".only", "'except' and 'only' exclude each other", "keep one of them");
    if (member.chosen.anyone() || !subject.names.row(Space::agent, subject.kind_of(body, member))) return;
    std::vector<std::string> known;
    for (NamedInstance& one : instances_of(subject.scenario, member.kind))
        known.push_back(std::move(one.name));
    check_names_of(subject, path + ".except", member.chosen.except, known);
    check_names_of(subject, path + ".only", member.chosen.only, known);
}

}  // namespace

void check_chosen_members(const Subject& subject) {
    for (const BodyKind& body : subject.scenario.bodies) {
        for (const Member& member : body.members) check_chosen(subject, body, member);
    }
}

}  // namespace clout
