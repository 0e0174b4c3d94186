#include "engine/scenario/checks/idle_reasons.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/checks/meetings.hpp"
#include "engine/scenario/language/wording.hpp"
#include "engine/scenario/text/tree_index.hpp"

#include <algorithm>

namespace clout {
namespace {

class Reasons {
public:
    Reasons(const std::vector<Change>& changes, std::size_t at, const Node& below, const Scenario& after)
        : changes_(changes), at_(at), tree_(below), after_(after), meetings_(after) {}

    std::string find() {
        walk(*changes_[at_].patch, "");
        return found_.empty() ? "it is empty" : and_list(found_);
    }

private:
    static constexpr std::size_t kMost = 3;

    void say(std::string reason) {
        if (std::find(found_.begin(), found_.end(), reason) == found_.end())
            found_.push_back(std::move(reason));
    }

    void walk(const Node& node, const std::string& path) {
        if (node.is_map() && !node.entries.empty() && !is_number_map(node)) {
            for (const Entry& entry : node.entries) {
                if (found_.size() < kMost) walk(entry.value, join_path(path, entry.key));
            }
        } else if (!path.empty()) {
            leaf(node, path);
        }
    }

    void leaf(const Node& node, const std::string& path) {
        constexpr std::string_view kBodies = "bodies.", kMembers = ".members.";
        if (path.starts_with(kBodies)) {
            const std::string body =
                path.substr(kBodies.size(), path.find('.', kBodies.size()) - kBodies.size());
            if (is_gone(body)) return;
            const std::size_t members = path.find(kMembers);
            if (members != std::string::npos && joins_nobody(body, path.substr(members + kMembers.size())))
                return;
        }
        const std::size_t dot = path.rfind('.');
        const std::string key = dot == std::string::npos ? path : path.substr(dot + 1);
        if (key == "label" || key == "note" || key == "source" || key == "summary" || key == "title")
            return say("it changes words only");
        const Node* stands = tree_.at(path);
        if (stands && !node.is_null() && plain_text(*stands) == plain_text(node))
            return say(path + " is " + plain_text(node) + " already");
        say(path + " has no effect here");
    }

    bool is_gone(const std::string& name) {
        for (std::uint32_t row = 0; row < after_.bodies.size(); ++row) {
            if (after_.bodies[row].name != name || meetings_.count_filled(row) > 0) continue;
            const std::string* by = emptied_by(name);
            say("'" + name + "' has no members in this arm" + (by ? " ('" + *by + "' takes them out)" : ""));
            return true;
        }
        return false;
    }

    // The lever before this one that takes members out of the body.
    const std::string* emptied_by(const std::string& body) const {
        for (std::size_t earlier = at_; earlier-- > 0;) {
            const Node* members = TreeIndex(*changes_[earlier].patch).at("bodies." + body + ".members");
            if (members && std::any_of(members->entries.begin(), members->entries.end(),
                                       [](const Entry& entry) { return entry.value.is_null(); }))
                return &changes_[earlier].lever;
        }
        return nullptr;
    }

    bool joins_nobody(const std::string& name, const std::string& rest) {
        const std::string entry = rest.substr(0, rest.find('.'));
        for (std::uint32_t row = 0; row < after_.bodies.size(); ++row) {
            if (after_.bodies[row].name != name) continue;
            for (const Member& member : after_.bodies[row].members) {
                if (member.name != entry || meetings_.links(row, member)) continue;
                say("no '" + entry + "' joins '" + name + "'");
                return true;
            }
        }
        return false;
    }

    const std::vector<Change>& changes_;
    std::size_t at_;
    TreeIndex tree_;
    const Scenario& after_;
    Meetings meetings_;
    std::vector<std::string> found_;
};

}  // namespace

std::string idle_reasons(const std::vector<Change>& changes, std::size_t at, const Node& below,
                         const Scenario& after) {
    return Reasons(changes, at, below, after).find();
}

}  // namespace clout
