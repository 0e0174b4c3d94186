#include "engine/scenario/language/form.hpp"

#include "engine/base/spelling.hpp"
#include "engine/base/text.hpp"
#include "engine/scenario/language/uncertain_number.hpp"
#include "engine/scenario/text/typography.hpp"
#include "engine/scenario/text/yaml_advice.hpp"

#include <algorithm>
#include <unordered_map>

namespace clout {
namespace {

class FormCheck {
public:
    // `names` is nullptr where a part is looked at on its own.
    FormCheck(const Names* names, Problems& problems) : names_(names), problems_(problems) {}

    void map(const Node& node, const MapForm& form, const std::string& path, Mark key) {
        if (!expect_map(node, path)) return;
        for (const Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            const KeyForm* slot = form.find(entry.key);
            if (!slot && &form == &scenario_form() && document_form().find(entry.key)) {
                outside_patches(entry, here);
            } else if (!slot) {
                const bool observes = entry.key.starts_with("observe") && form.find("votes");
                error(entry.mark, here, "unknown key '" + entry.key + "'",
                      observes ? "on a board an observer has votes: 0; in other bodies leave the entry out"
                               : advise(entry.key, form.keys(), "known keys:"));
            } else if (!entry.value.is_null()) {
                value(entry.value, *slot, here, entry.mark);
            }
        }
        if (names_) require(node, form, path, key);
    }

private:
    void error(Mark mark, std::string path, std::string message, std::string hint = {}) {
        problems_.error(mark, std::move(path), std::move(message), std::move(hint));
    }

    // Looking for the nearest name takes time that a list nobody reads to its end is not worth.
    std::string advise(std::string_view name, const std::vector<std::string>& known,
                       std::string_view introduction) const {
        if (problems_.crowded()) return {};
        std::string advice = typography_advice(name);
        return advice.empty() ? suggestion(name, known, introduction) : advice;
    }

    bool expect_map(const Node& node, const std::string& path) {
        if (node.is_map() && !is_number_map(node)) return true;
        const bool space = node.is_scalar() && !node.quoted && lacks_space_after_colon(node.text);
        error(node.mark, path, "found " + describe(node) + "; expected a map of keys and values",
              space ? "did you forget the space after the colon?" : "");
        return false;
    }

    void require(const Node& node, const MapForm& form, const std::string& path, Mark key) {
        for (const KeyForm& slot : form.slots) {
            if (!slot.field.required || node.find(slot.field.key)) continue;
            error(key, path, "the key '" + std::string(slot.field.key) + "' is missing",
                  "it gives " + std::string(slot.field.help));
        }
    }

    void value(const Node& node, const KeyForm& slot, const std::string& path, Mark key) {
        if (slot.field.once && refuse_dates(node, path)) return;
        switch (slot.type) {
            case Type::number: (void)read_number(node, slot.field.legal, path, &problems_); break;
            case Type::whole: (void)read_whole(node, slot.field.legal, path, &problems_); break;
            case Type::real: (void)read_plain(node, slot.field.legal, path, &problems_); break;
            case Type::flag: flag(node, path); break;
            case Type::text:
            case Type::path:
            case Type::member_name: (void)text(node, "a text", path); break;
            case Type::name:
                if (text(node, "a name", path)) legal_name(node.text, node.mark, path);
                break;
            case Type::choice: choice(node, slot, path); break;
            case Type::reference: reference(node, slot, path); break;
            case Type::references: references(node, slot, path); break;
            case Type::instances: instances(node, path); break;
            case Type::place_names: places(node, path); break;
            case Type::citations: citations(node, path); break;
            case Type::weights: weights(node, slot, path); break;
            case Type::per_place: by_place(node, slot, path, node.is_map() && !is_number_map(node)); break;
            case Type::amount: by_place(node, slot, path, node.is_map() && !is_number_map(node)); break;
            case Type::record: map(node, slot.child.front(), path, key); break;
            case Type::table: table(node, slot, path); break;
            case Type::patch: patch(node, path); break;
        }
    }

    // What is read before the first round, or compounds over the years, has no dates.
    bool refuse_dates(const Node& node, const std::string& path) {
        if (!has_dates(node)) return false;
        error(node.mark, path, "this number cannot have dates",
              "it is used once, or compounds over the years; write one value");
        return true;
    }

    bool text(const Node& node, const std::string& expected, const std::string& path) {
        if (node.is_scalar()) return true;
        error(node.mark, path, "found " + describe(node) + "; expected " + expected);
        return false;
    }

    void flag(const Node& node, const std::string& path) {
        if (node.is_scalar() && !node.quoted && (node.text == "true" || node.text == "false")) return;
        const std::string& text = node.text;
        const bool yes = text == "yes" || text == "Yes" || text == "True" || text == "on" || text == "1",
                   no = text == "no" || text == "No" || text == "False" || text == "off" || text == "0";
        error(node.mark, path, "found " + describe(node) + "; expected true or false",
              node.quoted ? "remove the quotes"
              : yes       ? "write true"
              : no        ? "write false"
                          : "");
    }

    void choice(const Node& node, const KeyForm& slot, const std::string& path) {
        if (!text(node, "one of " + and_list(slot.choices), path)) return;
        for (const std::string& known : slot.choices) {
            if (node.text == known) return;
        }
        error(node.mark, path, "unknown " + std::string(slot.field.key) + " '" + node.text + "'",
              advise(node.text, slot.choices, "known:"));
    }

    void legal_name(const std::string& name, Mark mark, const std::string& path) {
        const std::string looks = typography_advice(name), why = looks.empty() ? why_no_name(name) : looks;
        if (!why.empty()) error(mark, path, "'" + name + "' cannot be a name", why);
    }

    void reference(const Node& node, const KeyForm& slot, const std::string& path) {
        const std::string word(word_for(slot.space));
        if (!text(node, "the name of a kind of " + word, path) || !names_) return;
        for (const std::string& known : slot.choices) {
            if (node.text == known) return;
        }
        known_name(node.text, node.mark, slot.space, path);
    }

    void known_name(const std::string& name, Mark mark, Space space, const std::string& path) {
        if (!names_ || names_->row(space, name)) return;
        const auto& known = names_->all(space);
        const std::string word(word_for(space));
        error(mark, path, "there is no " + word + " '" + name + "'",
              known.empty() ? "none is defined" : advise(name, known, "known:"));
    }

    void references(const Node& node, const KeyForm& slot, const std::string& path) {
        if (!node.is_list()) {
            error(node.mark, path, "found " + describe(node) + "; expected a list of names",
                  node.is_scalar() ? "write [" + node.text + "]" : "");
            return;
        }
        std::unordered_map<std::string, Mark> met;
        for (const Node& item : node.items) {
            reference(item, slot, path);
            if (item.is_scalar() && !met.emplace(item.text, item.mark).second) {
                error(item.mark, path, "'" + item.text + "' is listed twice", "name it once");
            }
        }
    }

    // Calls check(item) for every text of a list of different ones.
    void list_of(const Node& node, const std::string& what, const std::string& path, const auto& check) {
        if (!node.is_list()) {
            error(node.mark, path, "found " + describe(node) + "; expected a list of names",
                  node.is_scalar() ? "write [" + node.text + "]" : "write [first, second]");
            return;
        }
        std::unordered_map<std::string, Mark> met;
        for (const Node& item : node.items) {
            if (!text(item, "the name of " + what, path)) continue;
            check(item);
            if (!met.emplace(item.text, item.mark).second) {
                error(item.mark, path, "'" + item.text + "' is listed twice", "name it once");
            }
        }
    }

    void places(const Node& node, const std::string& path) {
        list_of(node, "a place", path, [&](const Node& item) { legal_name(item.text, item.mark, path); });
    }

    // Which instances there are is known when all kinds have been read.
    void instances(const Node& node, const std::string& path) {
        list_of(node, "an instance", path, [](const Node&) {});
    }

    void citations(const Node& node, const std::string& path) {
        if (!expect_map(node, path)) return;
        for (const Entry& entry : node.entries)
            (void)text(entry.value, "a citation", join_path(path, entry.key));
    }

    void weights(const Node& node, const KeyForm& slot, const std::string& path) {
        const std::string word(word_for(slot.space));
        if (!node.is_map() || is_number_map(node)) {
            error(node.mark, path, "found " + describe(node) + "; expected a map from " + word + " to number",
                  "as in {first: 3, second: 1}");
            return;
        }
        double most = 0;
        bool sound = true;
        for (const Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            known_name(entry.key, entry.mark, slot.space, here);
            if (entry.value.is_null()) continue;
            if (slot.field.once && refuse_dates(entry.value, here)) continue;
            const auto number = read_number(entry.value, kFromZero, here, &problems_);
            if (!number)
                sound = false;
            else
                most += greatest(*number);
        }
        if (names_ && sound && !(most > 0)) {
            error(node.mark, path, "these weights sum to 0", "at least one must be more than 0");
        }
    }

    // The first parameters of unbounded distributions say nothing of how far they reach.
    static double greatest(const Number& number) {
        if (number.shape == Shape::normal || number.shape == Shape::lognormal || number.shape == Shape::beta)
            return 1;
        double most = 0;
        for (const double option : number.parameters) most = option > most ? option : most;
        for (const NumberStep& step : number.steps) most = std::max(most, greatest(step.value));
        return most;
    }

    void by_place(const Node& node, const KeyForm& slot, const std::string& path, bool as_map) {
        if (!as_map) return one_of_place(node, slot, path);
        if (node.entries.empty()) error(node.mark, path, "an empty map", "name at least one place");
        for (const Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            known_name(entry.key, entry.mark, Space::place, here);
            if (!entry.value.is_null()) one_of_place(entry.value, slot, here);
        }
    }

    void one_of_place(const Node& node, const KeyForm& slot, const std::string& path) {
        if (slot.type == Type::amount)
            (void)read_number(node, slot.field.legal, path, &problems_);
        else
            (void)read_whole(node, slot.field.legal, path, &problems_);
    }

    void table(const Node& node, const KeyForm& slot, const std::string& path) {
        if (!node.is_map()) return (void)expect_map(node, path);
        for (const Entry& entry : node.entries) {
            const std::string here = join_path(path, entry.key);
            if (slot.named_by_space)
                known_name(entry.key, entry.mark, slot.space, here);
            else
                legal_name(entry.key, entry.mark, here);
            if (!entry.value.is_null()) map(entry.value, slot.child.front(), here, entry.mark);
        }
        if (names_ && slot.field.required && node.entries.empty()) {
            error(node.mark, path, "there are no " + std::string(slot.field.key), "define at least one");
        }
    }

    // What a patch holds is looked at where it has been applied; here only that it stays inside the scenario.
    void patch(const Node& node, const std::string& path) {
        if (!expect_map(node, path)) return;
        for (const Entry& entry : node.entries) {
            if (scenario_form().find(entry.key) || !document_form().find(entry.key)) continue;
            outside_patches(entry, join_path(path, entry.key));
        }
    }

    void outside_patches(const Entry& entry, const std::string& path) {
        error(entry.mark, path, "a patch cannot change '" + entry.key + "'",
              "it belongs at the top of a file");
    }

    const Names* names_;
    Problems& problems_;
};

}  // namespace

void check_form(const Node& merged, const MapForm& form, const Names& names, Problems& problems) {
    FormCheck(&names, problems).map(merged, form, "", merged.mark);
}

void check_patch(const Node& patch, const std::string& path, Problems& problems) {
    FormCheck(nullptr, problems).map(patch, scenario_form(), path, patch.mark);
}

}  // namespace clout
