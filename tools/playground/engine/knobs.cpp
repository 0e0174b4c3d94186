#include "tools/playground/engine/knobs.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/scenario/language/language.hpp"
#include "engine/scenario/text/yaml_door.hpp"
#include "engine/scenario/text/yaml_text.hpp"

#include <algorithm>

namespace clout::playground {
namespace {

constexpr double kAlmostAll = 0.995;  // [share of futures] below the upper end of a slider without one

std::vector<std::string> keys_of(const std::string& path) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t dot = std::min(path.find('.', at), path.size());
        keys.push_back(path.substr(at, dot - at));
        at = dot + 1;
    }
    return keys;
}

std::string with_spaces(std::string key) {
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

bool says(const Node* table, const std::string& name, const std::vector<std::string>& keys) {
    const Node* at = table ? table->find(name) : nullptr;
    at = at ? at->find("patch") : nullptr;
    for (const std::string& key : keys) at = at ? at->find(key) : nullptr;
    return at != nullptr;
}

// Who says a number in an arm: the arm's own changes, else the last of its levers that does.
struct Sayer {
    std::string prefix, label;  // both empty = the file
};

class Sayers {
public:
    explicit Sayers(const Library& library) : library_(library) {
        Files files;
        Problems problems(files);
        if (auto tree = parse_yaml(library.merged, files.add(library.file), problems))
            tree_ = std::move(*tree);
    }

    [[nodiscard]] Sayer of(std::size_t row, const std::string& path) const {
        const Arm& arm = library_.arms[row];
        const auto keys = keys_of(path);
        if (says(tree_.find("arms"), arm.name, keys))
            return {"arms." + arm.name + ".patch.", arm.label.empty() ? arm.name : arm.label};
        for (auto lever = arm.levers.rbegin(); lever != arm.levers.rend(); ++lever) {
            if (says(tree_.find("levers"), *lever, keys))
                return {"levers." + *lever + ".patch.", label_of(*lever)};
        }
        return {};
    }

private:
    [[nodiscard]] std::string label_of(const std::string& lever) const {
        for (const auto& [name, label] : library_.lever_labels)
            if (name == lever && !label.empty()) return label;
        return lever;
    }

    const Library& library_;
    Node tree_ = Node::map();
};

// What the language says of the key at the end of a path; null where it is no key, but a name.
const Field* field_at(const std::vector<std::string>& keys) {
    const MapForm* form = &scenario_form();
    const Field* field = nullptr;
    for (std::size_t i = 0; i < keys.size() && form; ++i) {
        const KeyForm* slot = form->find(keys[i]);
        if (!slot) return field;
        field = &slot->field;
        form = slot->child.empty() ? nullptr : &slot->child[0];
        if (slot->type == Type::table) ++i;  // a name
    }
    return field;
}

template <class Named>
std::string label_in(const std::vector<Named>& list, const std::string& name) {
    for (const Named& one : list)
        if (one.name == name) return label_or_name(one.caption, one.name);
    return with_spaces(name);
}

// A name of the scenario by its label, any other key by its words.
std::string word_for_key(const Scenario& scenario, const std::string& above, const std::string& key) {
    if (above == "sectors" || above == "lapse_to") return label_in(scenario.sectors, key);
    if (above == "programmes" || above == "position" || above == "status_quo" || above == "exposed_as")
        return label_in(scenario.programmes, key);
    if (above == "delivered_by" || above == "top_slice") return label_in(scenario.sectors, key);
    if (above == "funds") return label_in(scenario.funds, key);
    if (above == "organisations") return label_in(scenario.organisations, key);
    if (above == "bodies") return label_in(scenario.bodies, key);
    if (above == "members") {
        for (const auto& kind : scenario.organisations)
            if (kind.name == key) return label_or_name(kind.caption, key);
        return label_in(scenario.bodies, key);
    }
    const Field* field = field_at({above, key});
    return field && !field->words.empty() ? std::string(field->words) : with_spaces(key);
}

void name(Knob& knob, const Scenario& scenario) {
    const auto keys = keys_of(knob.number.path);
    const bool inside = keys.size() > 2;  // "bodies.pcn.mandate"; else "dynamics.norm"
    knob.group = inside ? word_for_key(scenario, keys[0], keys[1]) : with_spaces(keys[0]);
    for (std::size_t i = inside ? 2 : 1; i < keys.size(); ++i) {
        if (keys[i] == "members" || keys[i] == "value") continue;
        knob.label += (knob.label.empty() ? "" : ", ") + word_for_key(scenario, keys[i - 1], keys[i]);
    }
    if (!knob.label.empty() && knob.label[0] >= 'a' && knob.label[0] <= 'z') knob.label[0] -= 'a' - 'A';
    if (const Field* field = field_at(keys)) knob.help = field->help, knob.unit = field->unit;
}

}  // namespace

bool moved_by(const Knob& knob, std::size_t arm, const Number& number) {
    return knob.moves[arm] && number.path == knob.number.path && number.shape == knob.number.shape &&
           number.parameters == knob.number.parameters;
}

std::vector<Knob> knobs_of(const Library& library, const std::array<std::size_t, 2>& rows,
                           const std::array<System, 2>& systems) {
    const Sayers sayers(library);
    std::vector<Knob> knobs;
    for (std::size_t arm = 0; arm < rows.size(); ++arm) {
        for (const Number& number : systems[arm].numbers) {
            if (!number.uncertain() || number.dated() || number.path.empty()) continue;
            const Sayer sayer = sayers.of(rows[arm], number.path);
            const std::string path = sayer.prefix + number.path;
            const auto same =
                std::find_if(knobs.begin(), knobs.end(), [&](const Knob& knob) { return knob.path == path; });
            if (same != knobs.end()) {
                same->moves[arm] = true;
                continue;
            }
            Knob knob{path, number, {}, {}, {}, {}, {}, sayer.label};
            knob.moves[arm] = true;
            name(knob, library.arms[rows[arm]].scenario);
            knobs.push_back(std::move(knob));
        }
    }
    return knobs;
}

Travel travel_of(const Number& number) {
    switch (number.shape) {
        case Shape::uniform: return {number.parameters[0], number.parameters[1]};
        case Shape::triangular: return {number.parameters[0], number.parameters[2]};
        case Shape::pick: {
            const auto [low, high] = std::minmax_element(number.parameters.begin(), number.parameters.end());
            return {*low, *high};
        }
        case Shape::beta: return {0, 1};
        default: return {number.quantile(1 - kAlmostAll), number.quantile(kAlmostAll)};
    }
}

}  // namespace clout::playground
