#include "engine/scenario/checks/idle_changes.hpp"

#include "engine/base/spelling.hpp"
#include "engine/base/text.hpp"
#include "engine/scenario/checks/idle_reasons.hpp"
#include "engine/scenario/language/merge.hpp"

#include <algorithm>
#include <unordered_set>

namespace clout {
namespace {

const Node* child_of(const Node* node, const std::string& key) {
    return node && !is_number_map(*node) ? node->find(key) : nullptr;
}

void refuse_idle_nulls(const Node* below, const Node* written, const Node& patch, const std::string& path,
                       Problems& problems) {
    for (const Entry& entry : patch.entries) {
        const std::string here = join_path(path, entry.key);
        const Node *found = child_of(below, entry.key), *before = child_of(written, entry.key);
        if (!entry.value.is_null()) {
            if (!is_number_map(entry.value)) refuse_idle_nulls(found, before, entry.value, here, problems);
            continue;
        }
        if (found) continue;
        if (before) {
            problems.warn(entry.mark, here, "--set has removed '" + entry.key + "' already");
            continue;
        }
        std::vector<std::string> known;
        for (std::size_t i = 0; below && i < below->entries.size(); ++i)
            known.push_back(below->entries[i].key);
        const std::size_t kind = entry.key.find_first_of("@-");
        const bool instance = kind != std::string::npos && below && below->find(entry.key.substr(0, kind));
        const std::string advice = instance
                                       ? "'" + entry.key + "' is one of several: write except: [" +
                                             entry.key + "] in the entry '" + entry.key.substr(0, kind) + "'"
                                   : problems.crowded() ? std::string()
                                                        : suggestion(entry.key, known, "there are:");
        problems.error(entry.mark, here, "there is no '" + entry.key + "' here to remove",
                       advice.empty() ? "check the name, and the order of the levers" : advice);
    }
}

// The paths that a patch sets, each whole value one.
void list_leaves(const Node& patch, const std::string& path, std::vector<std::string>& leaves) {
    if (!patch.is_map() || patch.entries.empty() || is_number_map(patch)) {
        if (!path.empty()) leaves.push_back(path);
        return;
    }
    for (const Entry& entry : patch.entries) list_leaves(entry.value, join_path(path, entry.key), leaves);
}

// Whether that path, or one above it, is among those set; whose it is.
const std::string* setter_of(const std::unordered_map<std::string, std::string>& set, std::string path) {
    for (;;) {
        if (const auto found = set.find(path); found != set.end()) return &found->second;
        const std::size_t dot = path.rfind('.');
        if (dot == std::string::npos) return nullptr;
        path.resize(dot);
    }
}

std::string in_quotes(const std::string& name) { return "'" + name + "'"; }

}  // namespace

void refuse_idle_nulls(const Node& below, const Node* written, const Change& change, Problems& problems) {
    refuse_idle_nulls(&below, written, *change.patch, change.path, problems);
}

Effect IdleChanges::effect(const Node& merged, const std::string& levers) {
    const auto found = known_.find(levers);
    if (found != known_.end()) return found->second;
    return known_.emplace(levers, effect_of(typed_(merged))).first->second;
}

Effect IdleChanges::effect_without(const Node& document, std::size_t left_out,
                                   const std::vector<Change>& changes) {
    Node merged = document;
    for (std::size_t at = 0; at < changes.size(); ++at) {
        if (at != left_out) merge_patch(merged, *changes[at].patch);
    }
    return effect_of(typed_(merged));
}

// Whether it would change something had nothing been set on the command line.
bool IdleChanges::idle_by_settings(std::size_t at, const std::vector<Change>& changes) {
    return as_written_ &&
           effect_without(*as_written_, at, changes) != effect_without(*as_written_, changes.size(), changes);
}

void IdleChanges::examine(const std::vector<Change>& changes, Arm& arm, Problems& problems) {
    arm.effect = effect_of(arm.scenario);
    if (changes.empty()) return;
    Node merged = document_;
    std::string levers;
    Effect before = effect(merged, levers);
    std::vector<std::size_t> idle;
    for (std::size_t at = 0; at < changes.size(); ++at) {
        const Change& change = changes[at];
        merge_patch(merged, *change.patch);
        levers += change.path + '\n';
        const Effect after = at + 1 == changes.size() ? arm.effect : effect(merged, levers);
        if (after == before) idle.push_back(at);
        if (after.play == before.play && after.votes != before.votes) {
            const std::string what = "changes power indices only (blocs): no money moves by it";
            arm.idle.push_back(change.lever.empty() ? "its own changes are of power indices only"
                                                    : in_quotes(change.lever) + " " + what);
            problems.warn(change.mark, change.path, "this " + what);
        }
        before = after;
    }
    for (const std::size_t at : idle) {
        // What changes nothing yet may be what a later lever builds on.
        if (effect_without(document_, at, changes) == arm.effect) tell_idle(changes, at, arm, problems);
    }
    tell_replaced(changes, arm, problems);
}

void IdleChanges::tell_idle(const std::vector<Change>& changes, std::size_t at, Arm& arm,
                            Problems& problems) {
    Node below = document_;
    for (std::size_t earlier = 0; earlier < at; ++earlier) merge_patch(below, *changes[earlier].patch);
    Node merged = below;
    merge_patch(merged, *changes[at].patch);
    const std::string why = idle_reasons(changes, at, below, typed_(merged));
    const Change& change = changes[at];
    if (change.lever.empty()) {
        arm.idle.push_back("its own changes come to nothing: " + why);
        problems.warn(change.mark, change.path, "these changes change nothing: " + why, "check their paths");
    } else {
        arm.idle.push_back(in_quotes(change.lever) + " comes to nothing: " + why);
        if (idle_by_settings(at, changes)) {
            problems.warn(change.mark, "levers." + change.lever,
                          "with what --set lays over the file this lever changes nothing here: " + why);
            return;
        }
        problems.error(change.mark, "levers." + change.lever, "this lever changes nothing here: " + why,
                       "leave it out of this arm, or change the order of its levers");
    }
}

// Of levers only: an arm's own changes come last.
void IdleChanges::tell_replaced(const std::vector<Change>& changes, Arm& arm, Problems& problems) {
    std::unordered_map<std::string, std::string> set;  // path -> the change that sets it last so far
    for (std::size_t at = changes.size(); at-- > 0;) {
        std::vector<std::string> leaves;
        list_leaves(*changes[at].patch, "", leaves);
        std::vector<std::string> by;
        bool all = !leaves.empty();
        for (const std::string& leaf : leaves) {
            const std::string* setter = all ? setter_of(set, leaf) : nullptr;
            all = all && setter;
            if (setter && std::find(by.begin(), by.end(), *setter) == by.end()) by.push_back(*setter);
        }
        const std::string name =
            changes[at].lever.empty() ? "the arm's own changes" : in_quotes(changes[at].lever);
        for (std::string& leaf : leaves) set.emplace(std::move(leaf), name);
        if (!all || effect_without(document_, at, changes) != arm.effect) continue;
        arm.idle.push_back("all that " + name + " changes is set again by " + and_list(by));
        problems.warn(changes[at].mark, changes[at].path,
                      "all that this lever changes here is set again by " + and_list(by),
                      "leave it out of this arm, or change the order of its levers");
    }
}

void tell_same_arms(const Library& library, const TreeIndex& document, Problems& problems) {
    std::unordered_map<std::uint64_t, std::size_t> by_play;
    std::unordered_map<std::string, std::size_t> by_label;
    for (std::size_t row = 0; row < library.arms.size(); ++row) {
        const Arm& arm = library.arms[row];
        const std::string path = "arms." + arm.name;
        const auto [label, fresh_label] = by_label.emplace(arm.label, row);
        if (!fresh_label) {
            problems.warn(
                document.mark(path + ".label"), path + ".label",
                "arm " + in_quotes(library.arms[label->second].name) + " is called '" + arm.label + "' too",
                "give them different labels: tables show these");
        }
        const auto [same, fresh] = by_play.emplace(arm.effect.play, row);
        if (fresh) continue;
        const Arm& other = library.arms[same->second];
        const std::string why = arm.idle.empty() ? std::string() : ": " + and_list(arm.idle);
        problems.warn(document.mark(path), path,
                      arm.effect == other.effect
                          ? "this arm is the same as " + in_quotes(other.name) + why
                          : "this arm differs from " + in_quotes(other.name) +
                                " in power indices only (blocs): their money is the same");
    }
}

}  // namespace clout
