// Changes that change nothing: what people do to themselves most. A null that removes nothing, a lever that
// leaves its arm as it was, one that later levers undo, arms that are the same, settings that arms replace.
#pragma once

#include "engine/scenario/checks/in_effect.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/text/problems.hpp"
#include "engine/scenario/text/tree_index.hpp"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace clout {

// One of the changes that make an arm, in their order: a lever's patch, or the arm's own.
struct Change {
    std::string lever;            // empty = the arm's own
    std::string path;             // of the patch: "levers.mandate.patch"
    Mark mark;                    // of the lever, or of the arm
    const Node* patch = nullptr;  // a map
};

// Errors for nulls in the patch that find nothing to remove in what it is laid over; warnings where there
// would be something in `written`, where nothing was set on the command line (null = nothing was).
void refuse_idle_nulls(const Node& below, const Node* written, const Change& change, Problems& problems);

// The changes of all arms under examination, once every arm has been found sound.
class IdleChanges {
public:
    // `as_written`: the document before anything was set on the command line; null = nothing was. `typed`
    // reads a merged document as far as it makes sense, rosters for who stands where.
    IdleChanges(const Node& document, const Node* as_written, std::function<Scenario(const Node&)> typed)
        : document_(document), as_written_(as_written), typed_(std::move(typed)) {}

    // Tells what is idle in one arm, and notes in `arm` what it comes to and why that may be little.
    void examine(const std::vector<Change>& changes, Arm& arm, Problems& problems);

private:
    [[nodiscard]] Effect effect(const Node& merged, const std::string& levers);
    // Of `changes` laid over a document, all of them but one (changes.size() = none is left out).
    [[nodiscard]] Effect effect_without(const Node& document, std::size_t left_out,
                                        const std::vector<Change>& changes);
    [[nodiscard]] bool idle_by_settings(std::size_t at, const std::vector<Change>& changes);
    void tell_idle(const std::vector<Change>& changes, std::size_t at, Arm& arm, Problems& problems);
    void tell_replaced(const std::vector<Change>& changes, Arm& arm, Problems& problems);

    const Node& document_;
    const Node* as_written_;
    std::function<Scenario(const Node&)> typed_;
    std::unordered_map<std::string, Effect> known_;  // by the levers pulled so far: arms share beginnings
};

// Warnings for arms that compute the same as an earlier one, and for labels that two of them share.
void tell_same_arms(const Library& library, const TreeIndex& document, Problems& problems);

}  // namespace clout
