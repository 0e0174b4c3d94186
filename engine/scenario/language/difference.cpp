#include "engine/scenario/language/difference.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/language/language.hpp"
#include "engine/scenario/language/typed_writer.hpp"
#include "engine/scenario/language/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

const Node& nothing() {
    static const Node kNothing = Node::map();
    return kNothing;
}

bool same_row(const RosterRow& a, const RosterRow& b) {
    const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return a.name == b.name && a.place == b.place && same(a.income, b.income) &&
           same(a.list_size, b.list_size) && a.member_of == b.member_of;
}

class Difference {
public:
    Difference(const Scenario& a, const Scenario& b)
        : a_(scenario_tree(a)), b_(scenario_tree(b)), labels_(a_, b_) {
        compare_maps(a_, b_, scenario_form(), "the scenario");
        compare_rosters(a, b);
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(said_); }

private:
    void say(std::string sentence) { said_.push_back(std::move(sentence)); }

    // `owner`: whose keys they are, as a sentence says it.
    void compare_maps(const Node& a, const Node& b, const MapForm& form, const std::string& owner) {
        for (const KeyForm& slot : form.slots) {
            const Node *old = a.find(slot.field.key), *fresh = b.find(slot.field.key);
            if (!old && !fresh) continue;
            if (slot.type == Type::table)
                compare_tables(old ? *old : nothing(), fresh ? *fresh : nothing(), slot, owner);
            else if (slot.type == Type::record)
                compare_records(old, fresh, slot, owner);
            else if (slot.type == Type::weights && old && fresh)
                compare_weights(*old, *fresh, slot, owner);
            else
                compare_values(old, fresh, slot, owner);
        }
    }

    void compare_records(const Node* old, const Node* fresh, const KeyForm& slot, const std::string& owner) {
        const std::string record = words_of(slot.field);
        const std::string whose =
            owner == "the scenario" ? "the " + record : possessive(owner) + " " + record;
        if (old && fresh) return compare_maps(*old, *fresh, slot.child.front(), whose);
        say(owner + (fresh ? " gains a " : " loses its ") + record +
            (fresh ? ": " + plain_text(*fresh) : ""));
    }

    void compare_weights(const Node& old, const Node& fresh, const KeyForm& slot, const std::string& owner) {
        for (const Entry& entry : fresh.entries) {
            const std::string what = words_of(slot.field) + " for " + labels_.of(slot.space, entry.key);
            compare_one(old.find(entry.key), &entry.value, slot, owner, what);
        }
        for (const Entry& entry : old.entries) {
            if (fresh.find(entry.key)) continue;
            compare_one(&entry.value, nullptr, slot, owner,
                        words_of(slot.field) + " for " + labels_.of(slot.space, entry.key));
        }
    }

    void compare_values(const Node* old, const Node* fresh, const KeyForm& slot, const std::string& owner) {
        compare_one(old, fresh, slot, owner, words_of(slot.field));
    }

    void compare_one(const Node* old, const Node* fresh, const KeyForm& slot, const std::string& owner,
                     const std::string& what) {
        const std::string was = value_text(old, slot), is = value_text(fresh, slot);
        if (was == is) return;
        const auto before = old ? plain(*old) : std::nullopt, after = fresh ? plain(*fresh) : std::nullopt;
        const bool figures = before && after && slot.type != Type::text;
        const char* verb = !figures ? " changes" : *after > *before ? " rises" : " falls";
        say(possessive(owner) + " " + what + where_ + verb + " from " + was + " to " + is);
    }

    static std::optional<double> plain(const Node& node) {
        if (!node.is_scalar() || node.quoted) return std::nullopt;
        return plain_number(node.text).value;
    }

    // References read as labels; what is absent reads as what holds then.
    std::string value_text(const Node* node, const KeyForm& slot) const {
        if (!node) return slot.field.otherwise.empty() ? "nothing" : std::string(slot.field.otherwise);
        if (slot.type == Type::reference && node->is_scalar()) return labels_.of(slot.space, node->text);
        if (slot.type != Type::references) return plain_text(*node);
        std::vector<std::string> names;
        for (const Node& item : node->items) names.push_back(labels_.of(slot.space, item.text));
        return and_list(names);
    }

    void compare_tables(const Node& a, const Node& b, const KeyForm& slot, const std::string& owner) {
        for (const Entry& entry : a.entries) {
            if (!alive(b.find(entry.key), slot) && alive(&entry.value, slot)) say_end(entry, slot, owner);
        }
        for (const Entry& entry : b.entries) {
            const Node* old = a.find(entry.key);
            if (!alive(&entry.value, slot)) continue;
            if (!alive(old, slot)) {
                say_start(entry, slot, owner);
                continue;
            }
            const std::string label = label_of(entry, slot);
            const std::string outer = where_;
            if (owner != "the scenario") where_ = " at " + owner;
            compare_maps(*old, entry.value, slot.child.front(), label);
            where_ = outer;
        }
        compare_order(a, b, slot, owner);
    }

    // A body without members does not exist.
    static bool alive(const Node* node, const KeyForm& slot) {
        if (!node || slot.field.key != "bodies") return node != nullptr;
        const Node* members = node->find("members");
        return members && !members->entries.empty();
    }

    void say_start(const Entry& entry, const KeyForm& slot, const std::string& owner) {
        const std::string label = label_of(entry, slot);
        if (owner != "the scenario") return say(owner + " gains a " + kind_word(slot, owner) + ": " + label);
        std::string sentence = "a " + kind_word(slot, owner) + " is added: " + label;
        if (const Node* members = entry.value.find("members")) {
            std::vector<std::string> names;
            for (const Entry& member : members->entries)
                names.push_back(labels_.of(Space::agent, member.key));
            sentence += ", which speaks for " + and_list(names);
        }
        say(std::move(sentence));
    }

    void say_end(const Entry& entry, const KeyForm& slot, const std::string& owner) {
        const std::string label = label_of(entry, slot);
        if (owner != "the scenario") return say(owner + " loses a " + kind_word(slot, owner) + ": " + label);
        say("a " + kind_word(slot, owner) + " is removed: " + label);
    }

    // "seat" on boards, "member" of other bodies; else the singular of the table's key.
    std::string kind_word(const KeyForm& slot, const std::string& owner) const {
        if (slot.field.key == "members") return labels_.is_board(owner) ? "seat" : "member";
        if (slot.field.key == "bodies") return "body";
        if (slot.field.key == "organisations") return "kind of organisation";
        std::string word = words_of(slot.field);
        word.pop_back();
        return word;
    }

    std::string label_of(const Entry& entry, const KeyForm& slot) const {
        const Node* own = entry.value.find("label");
        if (own && own->text != entry.key) return own->text;
        return labels_.of(slot.field.key == "members" ? Space::agent : slot.space, entry.key);
    }

    // Order matters (the first home, red lines, the order of seats): said where nothing else says it.
    void compare_order(const Node& a, const Node& b, const KeyForm& slot, const std::string& owner) {
        std::vector<std::string> before, after;
        for (const Entry& entry : a.entries) {
            if (b.find(entry.key)) before.push_back(entry.key);
        }
        for (const Entry& entry : b.entries) {
            if (a.find(entry.key)) after.push_back(entry.key);
        }
        if (before != after)
            say("the order of " + possessive(owner) + " " + words_of(slot.field) + " changes");
    }

    void compare_rosters(const Scenario& a, const Scenario& b) {
        for (const OrganisationKind& kind : b.organisations) {
            const auto old = std::find_if(a.organisations.begin(), a.organisations.end(),
                                          [&](const OrganisationKind& one) { return one.name == kind.name; });
            if (old == a.organisations.end() || old->roster_file != kind.roster_file) continue;
            if (std::equal(old->roster.begin(), old->roster.end(), kind.roster.begin(), kind.roster.end(),
                           same_row))
                continue;
            say("the rows of " + possessive(kind.caption.label) + " roster differ (" +
                std::to_string(old->roster.size()) + " and " + std::to_string(kind.roster.size()) + ")");
        }
    }

    Node a_, b_;
    Labels labels_;
    std::string where_;  // " at ICS board", inside one
    std::vector<std::string> said_;
};

}  // namespace

std::vector<std::string> difference(const Scenario& a, const Scenario& b) { return Difference(a, b).take(); }

}  // namespace clout
